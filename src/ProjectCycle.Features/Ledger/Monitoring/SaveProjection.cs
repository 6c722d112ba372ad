using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Monitoring;

/// <summary>A point of a plan as typed.</summary>
/// <param name="Amount">Cumulative, whole units of the agreement's currency.</param>
public sealed record PlannedPoint(DateOnly On, decimal Amount);

/// <summary>A version of a plan as a form hands it over.</summary>
public sealed record ProjectionInput : FinancingRowInput
{
    public ProjectionKind Kind { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>The points as typed or pasted, one a line; the page reads <see cref="Points"/> from it.</summary>
    public string Lines { get; init; } = "";

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<PlannedPoint> Points { get; init; } = [];
}

/// <summary>
/// Adds, changes and removes versions of a plan until they are approved. Of each plan only the latest version can be one that is not, so
/// that the numbers have no gaps.
/// </summary>
public sealed class SaveProjection(Workbench bench, AppDbContext db) : SaveMoneyRow<Projection, ProjectionInput>(bench, db)
{
    /// <summary>A plan by months over twenty years.</summary>
    public const int MostPoints = 240;

    protected override Right Right => Rights.EditAgreement;

    public override async Task<ProjectionInput> InputOfAsync(Projection row, CancellationToken cancellation)
    {
        var currency = await Db.Financings.Where(f => f.Id == row.FinancingId).Select(f => f.CurrencyCode).FirstAsync(cancellation);
        var points = await Db.Set<ProjectionPoint>().AsNoTracking().Where(p => p.ProjectionId == row.Id).OrderBy(p => p.On).ToListAsync(cancellation);
        return new ProjectionInput
        {
            FinancingId = row.FinancingId,
            Kind = row.Kind,
            Reason = row.Reason,
            Points = [.. points.Select(point => new PlannedPoint(point.On, Whole(point.Cumulative, currency)))],
        };
    }

    /// <summary>Approves a version on a day: from then on it holds, and can be neither changed nor removed.</summary>
    public Task<Outcome<Done>> ApproveAsync(Guid id, DateOnly? on, int version, CancellationToken cancellation) =>
        OnAsync(id, (row, place) => ApproveAsync(row, place, on, version, cancellation), cancellation);

    protected override Projection New(Guid projectId, ProjectionInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId, Kind = input.Kind };

    protected override async Task<List<Refusal>> FaultsAsync(ProjectionInput input, Projection row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        if (row.ApprovedOn is not null)
            return [new Refusal("projection-approved")];
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(Fields.Text(input.Reason, nameof(input.Reason), max: 500))
            .Concat(PointFaults(input.Points, financing))
            .ToList();
        if (Db.Entry(row).State == EntityState.Detached)
        {
            if (await NumberAsync(row, cancellation) is { } pending)
                return [pending];
        }
        else if (input.Kind != row.Kind)
        {
            faults.Add(new Refusal("bad-value", nameof(input.Kind))); // its number is one of its kind
        }
        else
        {
            await Db.Entry(row).Collection(p => p.Points).LoadAsync(cancellation);
        }
        if (row.Revision > 0)
            faults.AddRange(Fields.Required(input.Reason, nameof(input.Reason), max: 500).Where(fault => fault.Code == "required"));
        return faults;
    }

    protected override void Fill(Projection row, ProjectionInput input)
    {
        row.Reason = input.Reason.Trim();
        var code = Db.Financings.Local.First(f => f.Id == row.FinancingId).CurrencyCode;
        var wanted = input.Points.ToDictionary(point => point.On, point => Minor(point.Amount, code));
        foreach (var gone in row.Points.Where(point => !wanted.ContainsKey(point.On)).ToList())
            row.Points.Remove(gone);
        foreach (var point in row.Points)
            point.Cumulative = wanted[point.On];
        foreach (var (on, cumulative) in wanted.Where(one => row.Points.All(point => point.On != one.Key)).ToList())
        {
            var point = new ProjectionPoint { ProjectionId = row.Id, On = on, Cumulative = cumulative };
            if (Db.Entry(row).State != EntityState.Detached)
                Db.Add(point); // one that only hangs on a row that is known already would be taken for known too
            else
                row.Points.Add(point);
        }
    }

    protected override Task<IEnumerable<Refusal>> UsesAsync(Projection row, CancellationToken cancellation) =>
        Task.FromResult<IEnumerable<Refusal>>(row.ApprovedOn is null ? [] : [new Refusal("projection-approved")]);

    private async Task<Outcome<Done>> ApproveAsync(Projection row, WorkPlace place, DateOnly? on, int version, CancellationToken cancellation)
    {
        if (row.ApprovedOn is not null)
            return new Refusal("projection-approved");
        if (on is not { } day)
            return new Refusal("required", nameof(Projection.ApprovedOn));
        if (day > Bench.Today(place))
            return new Refusal("date-in-future", nameof(Projection.ApprovedOn));
        var before = await Versions(row).Where(p => p.Revision < row.Revision).MaxAsync(p => p.ApprovedOn, cancellation);
        if (day < before)
            return new Refusal("projection-approved-before", nameof(Projection.ApprovedOn), before.Value);
        if (Fields.Date(day, nameof(Projection.ApprovedOn)).ToList() is { Count: > 0 } faults)
            return faults;
        row.ApprovedOn = day;
        return await Bench.SaveAsync(row, version, cancellation);
    }

    private IQueryable<Projection> Versions(Projection row) => Db.Projections.AsNoTracking().Where(p => p.FinancingId == row.FinancingId && p.Kind == row.Kind);

    /// <summary>The next number, when the last version was approved.</summary>
    private async Task<Refusal?> NumberAsync(Projection row, CancellationToken cancellation)
    {
        var last = await Versions(row).OrderByDescending(p => p.Revision).Select(p => new { p.Revision, p.ApprovedOn }).FirstOrDefaultAsync(cancellation);
        row.Revision = last is null ? 0 : last.Revision + 1;
        return last is { ApprovedOn: null } ? new Refusal("projection-pending", null, last.Revision) : null;
    }

    /// <summary>What is wrong with single points, else with the curve they make.</summary>
    private static IEnumerable<Refusal> PointFaults(IReadOnlyList<PlannedPoint> points, Financing financing)
    {
        const string field = nameof(ProjectionInput.Lines);
        if (points.Count > MostPoints)
            return [new Refusal("too-many-points", field, MostPoints)];
        var faults = points.SelectMany(point => Fields.Date(point.On, field).Concat(Amount(point.Amount, field, financing.CurrencyCode))).Distinct().ToList();
        if (faults.Count > 0)
            return faults;
        var curve = Curve.From([.. points.OrderBy(point => point.On).Select(point => new CurvePoint(point.On, Minor(point.Amount, financing.CurrencyCode)))]);
        return curve.Succeeded ? [] : curve.Refusals.Select(fault => fault with { Field = field });
    }
}
