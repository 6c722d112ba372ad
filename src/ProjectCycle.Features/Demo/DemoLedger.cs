using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Monitoring;

namespace ProjectCycle.Features.Demo;

/// <summary>The finance officer enters what an agreement pays for a case.</summary>
internal sealed record Fund(int Day, FinancingSample Sample) : Act(Day);

/// <summary>A financing with made-up rows; days count from today, and everything but the amount and its currency is marked as a sample.</summary>
internal sealed record FinancingSample
{
    /// <summary>Number of one of the agreements of <see cref="DemoPartners"/>.</summary>
    public required string Agreement { get; init; }

    /// <summary>Without its dates.</summary>
    public required FinancingInput Terms { get; init; }

    /// <summary>Signed, effective, original and present closing; null for an agreement that is still negotiated.</summary>
    public (int Signed, int Effective, int OriginalClosing, int Closing)? Days { get; init; }

    public IReadOnlyList<(string Code, string Name, decimal Amount, decimal Percentage, TaxBasis Basis)> Categories { get; init; } = [];

    /// <summary>Between codes of categories; null for what is not allocated.</summary>
    public IReadOnlyList<(int On, string? From, string? To, decimal Amount)> Reallocations { get; init; } = [];

    public IReadOnlyList<(int On, AmountChangeKind Kind, decimal Amount)> Changes { get; init; } = [];

    /// <summary>In rupiah; years count from this one. Zero is not in the budget yet.</summary>
    public IReadOnlyList<(int Year, CounterpartKind Kind, decimal Pledged, decimal Budgeted, decimal Realised)> Counterpart { get; init; } = [];

    /// <summary>A covenant without a due day holds all the time; one with a day on which it was met is complied with.</summary>
    public IReadOnlyList<(string Number, string Requirement, CovenantKind Kind, int? Due, int? Met, Role? Responsible)> Covenants { get; init; } = [];

    /// <summary>The original plan first, then its revisions: cumulative amounts by day, all approved when they are entered.</summary>
    public IReadOnlyList<(ProjectionKind Kind, IReadOnlyList<(int Day, decimal Amount)> Points)> Plans { get; init; } = [];

    /// <summary>The manager's own light with the reason for it; null while none is stated.</summary>
    public (Light Light, string Reason)? Own { get; init; }
}

/// <summary>Fills in the ledger of a case with the product's use cases, as its finance officer. A refusal is a mistake in the sample and throws.</summary>
internal sealed class DemoLedger(
    DemoClock clock, SaveFinancing financings, SaveCategory categories, SaveReallocation reallocations, SaveAmountChange changes, SaveCounterpart counterpart, SaveCovenant covenants,
    SaveProjection plans, SaveRating ratings)
{
    private const string Sample = "Contoh";

    /// <summary>Plans and lights are of this day, before any of them is entered.</summary>
    private const int PlannedOn = -50;

    /// <summary>The financing with all its rows.</summary>
    public async Task FillAsync(string code, FinancingSample sample, Guid agreement, IReadOnlyDictionary<Role, Guid> people, CancellationToken cancellation)
    {
        var financing = (await financings.AddAsync(code, InputOf(sample, agreement), cancellation)).Value;
        var known = new Dictionary<string, Guid>();
        foreach (var (number, name, amount, percentage, basis) in sample.Categories)
        {
            var input = new CategoryInput { FinancingId = financing, Code = number, Name = $"{name} (contoh)", Amount = amount, Percentage = percentage, Basis = basis };
            known[number] = (await categories.AddAsync(code, input, cancellation)).Value;
        }
        foreach (var (on, from, to, amount) in sample.Reallocations)
        {
            Guid? Category(string? number) => number is null ? null : known[number];
            Sound(await reallocations.AddAsync(code, new ReallocationInput { FinancingId = financing, FromId = Category(from), ToId = Category(to), On = Day(on), Amount = amount, Reference = "Surat no-objection (contoh)" }, cancellation));
        }
        foreach (var (on, kind, amount) in sample.Changes)
            Sound(await changes.AddAsync(code, new AmountChangeInput { FinancingId = financing, Kind = kind, On = Day(on), Amount = amount, Reference = "Surat perubahan (contoh)", Note = Sample }, cancellation));
        foreach (var year in sample.Counterpart)
            Sound(await counterpart.AddAsync(code, InputOf(year, financing), cancellation));
        foreach (var covenant in sample.Covenants)
            Sound(await covenants.AddAsync(code, InputOf(covenant, financing, people), cancellation));
        foreach (var (kind, points) in sample.Plans)
            await PlanAsync(code, financing, kind, points, cancellation);
        if (sample.Own is { } own)
        {
            Sound(await ratings.AddAsync(
                code,
                new RatingInput { FinancingId = financing, Scale = RatingScale.Own, On = Day(PlannedOn), Remark = $"{Sample}: {own.Reason}", Grades = new() { [RatingCriteria.Overall] = $"{own.Light}" } },
                cancellation));
        }
    }

    private async Task PlanAsync(string code, Guid financing, ProjectionKind kind, IReadOnlyList<(int Day, decimal Amount)> points, CancellationToken cancellation)
    {
        var input = new ProjectionInput { FinancingId = financing, Kind = kind, Reason = $"{Sample}: angka rencana ini dikarang", Points = [.. points.Select(point => new PlannedPoint(Day(point.Day), point.Amount))] };
        var added = (await plans.AddAsync(code, input, cancellation)).Value;
        Sound(await plans.ApproveAsync(added, Day(PlannedOn), 0, cancellation));
    }

    private FinancingInput InputOf(FinancingSample sample, Guid agreement)
    {
        var terms = sample.Terms with { AgreementId = agreement };
        return sample.Days is not { } days ? terms : terms with
        {
            SignedOn = Day(days.Signed),
            EffectiveOn = Day(days.Effective),
            OriginalClosingOn = Day(days.OriginalClosing),
            ClosingOn = Day(days.Closing),
        };
    }

    private CounterpartInput InputOf((int Year, CounterpartKind Kind, decimal Pledged, decimal Budgeted, decimal Realised) row, Guid financing)
    {
        var year = clock.Today.Year + row.Year;
        return new CounterpartInput
        {
            FinancingId = financing,
            Kind = row.Kind,
            Year = year,
            CurrencyCode = "IDR",
            Pledged = row.Pledged,
            Budgeted = row.Budgeted == 0 ? null : row.Budgeted,
            BudgetNumber = row.Budgeted == 0 ? "" : $"APBD {year} (contoh)",
            Realised = row.Realised,
            Note = Sample,
        };
    }

    private CovenantInput InputOf(
        (string Number, string Requirement, CovenantKind Kind, int? Due, int? Met, Role? Responsible) row, Guid financing, IReadOnlyDictionary<Role, Guid> people) => new()
        {
            FinancingId = financing,
            Number = row.Number,
            Requirement = $"{Sample}: {row.Requirement}",
            Kind = row.Kind,
            State = row.Met is null ? CovenantState.Open : CovenantState.Complied,
            DueOn = row.Due is { } due ? Day(due) : null,
            MetOn = row.Met is { } met ? Day(met) : null,
            ResponsibleId = row.Responsible is { } role ? people[role] : null,
        };

    private DateOnly Day(int fromToday) => clock.Today.AddDays(fromToday);

    private static void Sound<T>(Outcome<T> outcome) => _ = outcome.Value;
}
