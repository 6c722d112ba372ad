using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Monitoring;

/// <summary>A rating as a form hands it over.</summary>
public sealed record RatingInput : FinancingRowInput
{
    public RatingScale Scale { get; init; }
    public DateOnly? On { get; init; }
    public string Remark { get; init; } = "";

    /// <summary>By criterion; blank for what was not graded.</summary>
    public Dictionary<string, string?> Grades { get; init; } = [];

    /// <summary>By criterion; only on KfW's scale.</summary>
    public Dictionary<string, decimal?> Weights { get; init; } = [];
}

/// <summary>Adds, changes and removes ratings. A new one takes the place of the one before; the history stays.</summary>
public sealed class SaveRating(Workbench bench, AppDbContext db) : SaveMoneyRow<ProjectRating, RatingInput>(bench, db)
{
    private const decimal HighestWeight = 1000;

    protected override Right Right => Rights.EditAgreement;

    public override async Task<RatingInput> InputOfAsync(ProjectRating row, CancellationToken cancellation)
    {
        var grades = await Db.Set<RatingGrade>().AsNoTracking().Where(g => g.RatingId == row.Id).ToListAsync(cancellation);
        return new RatingInput
        {
            FinancingId = row.FinancingId,
            Scale = row.Scale,
            On = row.On,
            Remark = row.Remark,
            Grades = grades.ToDictionary(g => g.Criterion, g => (string?)g.Grade),
            Weights = grades.ToDictionary(g => g.Criterion, g => g.Weight),
        };
    }

    protected override ProjectRating New(Guid projectId, RatingInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId, Scale = input.Scale };

    protected override async Task<List<Refusal>> FaultsAsync(RatingInput input, ProjectRating row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(input.Scale) || input.Scale != row.Scale)
            return [new Refusal("bad-value", nameof(input.Scale))];
        if (Db.Entry(row).State != EntityState.Detached)
            await Db.Entry(row).Collection(r => r.Grades).LoadAsync(cancellation);
        return [.. Day(input, place).Concat(Remark(input)).Concat(Grades(input))];
    }

    protected override void Fill(ProjectRating row, RatingInput input)
    {
        row.On = input.On!.Value;
        row.Remark = input.Remark.Trim();
        var wanted = Given(input).ToDictionary(one => one.Criterion, one => one.Grade);
        foreach (var gone in row.Grades.Where(grade => !wanted.ContainsKey(grade.Criterion)).ToList())
            row.Grades.Remove(gone);
        foreach (var (criterion, grade) in wanted)
        {
            var held = row.Grades.FirstOrDefault(one => one.Criterion == criterion);
            if (held is null)
            {
                held = new RatingGrade { RatingId = row.Id, Criterion = criterion };
                if (Db.Entry(row).State != EntityState.Detached)
                    Db.Add(held); // one that only hangs on a row that is known already would be taken for known too
                else
                    row.Grades.Add(held);
            }
            held.Grade = grade;
            held.Weight = input.Scale == RatingScale.Kfw ? input.Weights.GetValueOrDefault(criterion) : null;
        }
    }

    private IEnumerable<Refusal> Day(RatingInput input, WorkPlace place)
    {
        if (input.On is not { } on)
            return [new Refusal("required", nameof(input.On))];
        return on > Bench.Today(place) ? [new Refusal("date-in-future", nameof(input.On))] : Fields.Date(on, nameof(input.On));
    }

    /// <summary>A light of one's own without a reason says nothing to whoever sees another one beside it.</summary>
    private static IEnumerable<Refusal> Remark(RatingInput input) => input.Scale == RatingScale.Own
        ? Fields.Required(input.Remark, nameof(input.Remark), max: 2000)
        : Fields.Text(input.Remark, nameof(input.Remark), max: 2000);

    private static IEnumerable<Refusal> Grades(RatingInput input)
    {
        var given = Given(input).ToList();
        if (given.Count == 0)
            yield return new Refusal("rating-empty", nameof(input.Grades));
        var (criteria, grades) = (RatingCriteria.Of(input.Scale), RatingCriteria.GradesOf(input.Scale));
        if (given.Any(one => !criteria.Contains(one.Criterion) || !grades.Contains(one.Grade)))
            yield return new Refusal("bad-value", nameof(input.Grades));
        if (input.Weights.Values.Any(weight => weight is < 0 or > HighestWeight || (weight is { } some && decimal.Round(some, 4) != some)))
            yield return new Refusal("number-out-of-range", nameof(input.Grades), 0, (int)HighestWeight);
    }

    private static IEnumerable<(string Criterion, string Grade)> Given(RatingInput input) =>
        input.Grades.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => (pair.Key, pair.Value!.Trim()));
}
