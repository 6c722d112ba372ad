using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>Counterpart funds of a year as a form hands them over.</summary>
public sealed record CounterpartInput : FinancingRowInput
{
    public CounterpartKind Kind { get; init; }
    public int? Year { get; init; }
    public string CurrencyCode { get; init; } = "";
    public decimal? Pledged { get; init; }
    public decimal? Budgeted { get; init; }
    public string BudgetNumber { get; init; } = "";
    public DateOnly? BudgetedOn { get; init; }

    /// <summary>Blank is nothing yet.</summary>
    public decimal? Realised { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>Adds, changes and removes counterpart funds: one row for each year and kind of a financing.</summary>
public sealed class SaveCounterpart(Workbench bench, AppDbContext db) : SaveMoneyRow<CounterpartYear, CounterpartInput>(bench, db)
{
    protected override Right Right => Rights.EditAgreement;

    public override Task<CounterpartInput> InputOfAsync(CounterpartYear row, CancellationToken cancellation) => Task.FromResult(new CounterpartInput
    {
        FinancingId = row.FinancingId,
        Kind = row.Kind,
        Year = row.Year,
        CurrencyCode = row.CurrencyCode,
        Pledged = Whole(row.Pledged, row.CurrencyCode),
        Budgeted = row.Budgeted is { } budgeted ? Whole(budgeted, row.CurrencyCode) : null,
        BudgetNumber = row.BudgetNumber,
        BudgetedOn = row.BudgetedOn,
        Realised = Whole(row.Realised, row.CurrencyCode),
        Note = row.Note,
    });

    protected override CounterpartYear New(Guid projectId, CounterpartInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId };

    protected override async Task<List<Refusal>> FaultsAsync(
        CounterpartInput input, CounterpartYear row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var code = Code(input);
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(YearFaults(input.Year))
            .Concat(CurrencyOf(code, nameof(input.CurrencyCode)))
            .Concat(Amount(input.Pledged, nameof(input.Pledged), code))
            .Concat(Amount(input.Budgeted, nameof(input.Budgeted), code, isRequired: false))
            .Concat(Amount(input.Realised, nameof(input.Realised), code, isRequired: false))
            .Concat(Fields.Text(input.BudgetNumber, nameof(input.BudgetNumber), max: 100))
            .Concat(Fields.Date(input.BudgetedOn, nameof(input.BudgetedOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000)).ToList();
        if (await Db.CounterpartYears.AnyAsync(c => c.FinancingId == financing.Id && c.Year == input.Year && c.Kind == input.Kind && c.Id != row.Id, cancellation))
            faults.Add(new Refusal("counterpart-taken", nameof(input.Year)));
        return faults;
    }

    protected override void Fill(CounterpartYear row, CounterpartInput input)
    {
        row.Kind = input.Kind;
        row.Year = input.Year!.Value;
        row.CurrencyCode = Code(input);
        row.Pledged = Minor(input.Pledged, row.CurrencyCode);
        row.Budgeted = input.Budgeted is null ? null : Minor(input.Budgeted, row.CurrencyCode);
        row.BudgetNumber = input.BudgetNumber.Trim();
        row.BudgetedOn = input.BudgetedOn;
        row.Realised = Minor(input.Realised, row.CurrencyCode);
        row.Note = input.Note.Trim();
    }

    /// <summary>A year is closed once its last day is.</summary>
    protected override DateOnly? DayOf(CounterpartYear row) => new DateOnly(row.Year, 12, 31);

    protected override (DateOnly? Day, string? Field) DayOf(CounterpartInput input) =>
        (input.Year is { } year && !YearFaults(year).Any() ? new DateOnly(year, 12, 31) : null, nameof(input.Year));

    private static IEnumerable<Refusal> YearFaults(int? year)
    {
        var (first, last) = (Fields.EarliestDate.Year, Fields.LatestDate.Year);
        if (year is null)
            yield return new Refusal("required", nameof(CounterpartInput.Year));
        else if (year < first || year > last)
            yield return new Refusal("year-out-of-range", nameof(CounterpartInput.Year), $"{first}", $"{last}"); // a year has no thousands separator
    }

    private static string Code(CounterpartInput input) => input.CurrencyCode.Trim().ToUpperInvariant();
}
