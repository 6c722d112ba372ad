using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Features.Ledger.Contracts;

namespace ProjectCycle.Features.Ledger.Monitoring;

/// <summary>A version of a plan with what it comes to.</summary>
/// <param name="IsCurrent">It holds on the day that was asked for.</param>
public sealed record ProjectionLine(Projection Projection, bool IsCurrent, Money Last, DateOnly From, DateOnly Until);

/// <summary>The plans of one financing: what was planned, and what became of it.</summary>
public sealed record FinancingPlans
{
    public required FinancingRow Of { get; init; }
    public required PlanCurve Disbursement { get; init; }
    public required PlanCurve Awards { get; init; }

    public IEnumerable<PlanCurve> Both => [Disbursement, Awards];
}

/// <summary>A point of the table beneath an S-curve; null is n/a.</summary>
/// <param name="Original">By the original version.</param>
/// <param name="Current">By the version that holds now.</param>
/// <param name="Actual">Null for days to come.</param>
public sealed record PlanPoint(DateOnly On, decimal? Original, decimal? Current, long? Actual)
{
    /// <summary>Actual less current plan: below zero is late.</summary>
    public decimal? Difference => Actual - Current;
}

/// <summary>An S-curve: the plan in its versions beside what was really disbursed or awarded, in minor units of the agreement's currency.</summary>
public sealed record PlanCurve
{
    public required ProjectionKind Kind { get; init; }
    public required Currency Currency { get; init; }

    /// <summary>The day up to which the actual amounts go.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The original as approved; null while there is none.</summary>
    public required Curve? Original { get; init; }

    /// <summary>The version that holds; null while none was approved.</summary>
    public required Curve? Current { get; init; }

    /// <summary>What happened by the day, not cumulative.</summary>
    public required IReadOnlyList<(DateOnly On, long Amount)> Steps { get; init; }

    /// <summary>All versions, the latest first.</summary>
    public required IReadOnlyList<ProjectionLine> Versions { get; init; }

    /// <summary>Contracts in other currencies, which are not in the actual amounts.</summary>
    public int LeftOut { get; init; }

    /// <summary>Cumulative by today.</summary>
    public long Actual => ActualOn(Today);

    /// <summary>The current plan for today; null without one.</summary>
    public decimal? Planned => Current?.ValueOn(Today);

    /// <summary>Actual over planned (domain.md 3.2).</summary>
    public decimal? Achieved => Planned is { } planned ? Ratio.OfProjected(Actual, planned) : null;

    /// <summary>What is missing of the plan, over the plan (domain.md 3.3); below zero is ahead.</summary>
    public decimal? Lag => Planned is { } planned ? Ratio.Lag(planned, Actual) : null;

    /// <summary>Horizontal distance to the current plan, see <see cref="Curve.MonthsLate"/>.</summary>
    public decimal? MonthsLate => Current?.MonthsLate(Actual, Today);

    /// <summary>True when there is something to draw.</summary>
    public bool HasPicture => Current is not null || Steps.Count > 0;

    /// <summary>The rows of the table: every day of a plan, and today; without a plan the days on which something happened.</summary>
    public IReadOnlyList<PlanPoint> Points =>
    [
        .. Days().Distinct().Order().Select(day => new PlanPoint(day, Original?.ValueOn(day), Current?.ValueOn(day), day <= Today ? ActualOn(day) : null)),
    ];

    /// <summary>What was disbursed or awarded by the end of a day.</summary>
    public long ActualOn(DateOnly day) => Steps.Where(step => step.On <= day).Sum(step => step.Amount);

    private IEnumerable<DateOnly> Days()
    {
        var planned = new[] { Original, Current }.OfType<Curve>().SelectMany(curve => curve.Points).Select(point => point.Date).ToList();
        return planned.Count > 0 ? planned.Append(Today) : Steps.Select(step => step.On).Where(on => on <= Today);
    }
}

/// <summary>Reads plans with what became of them: five queries, however many agreements, versions and payments there are.</summary>
public sealed class ProjectionList(MoneyRows rows)
{
    /// <summary>The plans of a project's financings within the person's reach, the leading one first.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="only">One of them; null for all.</param>
    public async Task<IReadOnlyList<FinancingPlans>> LoadAsync(Guid projectId, DateOnly today, CancellationToken cancellation, Guid? only = null)
    {
        var financings = (await rows.FinancingsAsync(projectId, cancellation)).Where(row => only is null || row.Financing.Id == only).ToList();
        var ids = financings.ConvertAll(row => row.Financing.Id);
        var versions = await VersionsAsync(ids, cancellation);
        var paid = await PaidAsync(ids, cancellation);
        var contracts = await rows.Of<Contract>().Where(c => ids.Contains(c.FinancingId)).Signed().ToListAsync(cancellation);
        var contractIds = contracts.ConvertAll(c => c.Id);
        var variations = (await rows.Of<ContractVariation>().Where(v => contractIds.Contains(v.ContractId)).ToListAsync(cancellation)).ToLookup(v => v.ContractId);
        return [.. financings.Select(row =>
        {
            var financing = row.Financing;
            var same = contracts.Where(c => c.FinancingId == financing.Id && c.CurrencyCode == financing.CurrencyCode).ToList();
            return new FinancingPlans
            {
                Of = row,
                Disbursement = Of(ProjectionKind.Disbursement, financing, versions[financing.Id], [.. paid[financing.Id]], today),
                Awards = Of(ProjectionKind.ContractAward, financing, versions[financing.Id], Awards(same, variations), today) with
                {
                    LeftOut = contracts.Count(c => c.FinancingId == financing.Id) - same.Count,
                },
            };
        })];
    }

    /// <summary>The curves of disbursements alone, by financing: two queries.</summary>
    /// <param name="financings">Those within the person's reach that were read already.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<Guid, PlanCurve>> DisbursementsAsync(IEnumerable<Financing> financings, DateOnly today, CancellationToken cancellation)
    {
        var all = financings.ToDictionary(financing => financing.Id);
        var versions = await VersionsAsync([.. all.Keys], cancellation);
        var paid = await PaidAsync([.. all.Keys], cancellation);
        return all.ToDictionary(one => one.Key, one => Of(ProjectionKind.Disbursement, one.Value, versions[one.Key], [.. paid[one.Key]], today));
    }

    private async Task<ILookup<Guid, Projection>> VersionsAsync(List<Guid> financings, CancellationToken cancellation) =>
        (await rows.Of<Projection>().Where(p => financings.Contains(p.FinancingId)).Include(p => p.Points).AsSingleQuery().ToListAsync(cancellation)).ToLookup(p => p.FinancingId);

    /// <summary>What was charged on each day, by financing.</summary>
    private async Task<ILookup<Guid, (DateOnly On, long Amount)>> PaidAsync(List<Guid> financings, CancellationToken cancellation)
    {
        var days = await rows.Of<Disbursement>().Where(d => financings.Contains(d.FinancingId))
            .GroupBy(d => new { d.FinancingId, d.ValueDate }).Select(g => new { g.Key.FinancingId, g.Key.ValueDate, Charged = g.Sum(d => d.Charged) })
            .ToListAsync(cancellation);
        return days.OrderBy(day => day.ValueDate).ToLookup(day => day.FinancingId, day => (day.ValueDate, day.Charged));
    }

    private static PlanCurve Of(ProjectionKind kind, Financing financing, IEnumerable<Projection> all, IReadOnlyList<(DateOnly, long)> steps, DateOnly today)
    {
        var versions = all.Where(p => p.Kind == kind).OrderByDescending(p => p.Revision).Select(p => (Projection: p, Curve: p.Curve())).Where(v => v.Curve.Succeeded).ToList();
        var approved = new CurveVersions([.. versions.Where(v => v.Projection.ApprovedOn is not null).Select(v => v.Curve.Value)]);
        var current = approved.Versions.Count == 0 ? null : approved.CurrentOn(today);
        return new PlanCurve
        {
            Kind = kind,
            Currency = financing.Currency,
            Today = today,
            Original = approved.Original,
            Current = current,
            Steps = steps,
            Versions = [.. versions.Select(v => new ProjectionLine(
                v.Projection, current?.Revision == v.Projection.Revision, new Money(v.Curve.Value.Points[^1].Cumulative, financing.Currency), v.Curve.Value.Points[0].Date, v.Curve.Value.Points[^1].Date))],
        };
    }

    /// <summary>
    /// The donor's part of contracts by the day they were signed, and of variations by theirs. Each step is what it adds to the part of the
    /// whole price, so that they sum to what the overview shows.
    /// </summary>
    private static List<(DateOnly On, long Amount)> Awards(IEnumerable<Contract> contracts, ILookup<Guid, ContractVariation> variations) =>
    [
        .. contracts.SelectMany(contract =>
            {
                var (price, part) = (0L, 0L);
                return variations[contract.Id].Select(v => (v.On, v.MinorUnits)).OrderBy(v => v.On)
                    .Prepend((On: contract.SignedOn!.Value, contract.MinorUnits))
                    .Select(step =>
                    {
                        price = checked(price + step.MinorUnits);
                        var before = part;
                        part = new FinancingShare(contract.Percentage).Of(new Money(price, contract.Currency)).MinorUnits;
                        return (step.On, Amount: part - before);
                    })
                    .ToList();
            })
            .GroupBy(step => step.On).OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(step => step.Amount))),
    ];
}
