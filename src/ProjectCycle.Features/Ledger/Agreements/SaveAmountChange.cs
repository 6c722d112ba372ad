using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>An addition or cancellation as a form hands it over.</summary>
public sealed record AmountChangeInput : FinancingRowInput
{
    public AmountChangeKind Kind { get; init; }
    public DateOnly? On { get; init; }
    public decimal? Amount { get; init; }
    public string Reference { get; init; } = "";
    public string Note { get; init; } = "";
}

/// <summary>Adds, changes and removes additions to the amount of a financing and cancellations of part of it.</summary>
public sealed class SaveAmountChange(Workbench bench, AppDbContext db) : SaveAmountRow<AmountChange, AmountChangeInput>(bench, db)
{
    public override async Task<AmountChangeInput> InputOfAsync(AmountChange row, CancellationToken cancellation) => new()
    {
        FinancingId = row.FinancingId,
        Kind = row.Kind,
        On = row.On,
        Amount = Whole(row.MinorUnits, (await Db.Financings.FindAsync([row.FinancingId], cancellation))!.CurrencyCode),
        Reference = row.Reference,
        Note = row.Note,
    };

    protected override AmountChange New(Guid projectId, AmountChangeInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId };

    protected override async Task<List<Refusal>> FaultsAsync(
        AmountChangeInput input, AmountChange row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(Past(input.On, nameof(input.On), place))
            .Concat(Amount(input.Amount, nameof(input.Amount), financing.CurrencyCode, least: 1))
            .Concat(Fields.Text(input.Reference, nameof(input.Reference), max: 200))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000)).ToList();
        if (faults.Count > 0)
            return faults;
        var sums = Without(row, await Db.SumsAsync(financing.Id, cancellation));
        var amount = Minor(input.Amount, financing.CurrencyCode);
        var changed = input.Kind == AmountChangeKind.Addition ? sums with { Additional = sums.Additional + amount } : sums with { Cancelled = sums.Cancelled + amount };
        return [.. NetFaults.Of(changed, financing.Currency, nameof(input.Amount))];
    }

    protected override void Fill(AmountChange row, AmountChangeInput input)
    {
        row.Kind = input.Kind;
        row.On = input.On!.Value;
        row.MinorUnits = Minor(input.Amount, Db.Financings.Local.First(f => f.Id == row.FinancingId).CurrencyCode);
        row.Reference = input.Reference.Trim();
        row.Note = input.Note.Trim();
    }

    protected override DateOnly? DayOf(AmountChange row) => row.On;

    protected override (DateOnly? Day, string? Field) DayOf(AmountChangeInput input) => (input.On, nameof(input.On));

    protected override async Task<IEnumerable<Refusal>> UsesAsync(AmountChange row, CancellationToken cancellation)
    {
        var financing = (await Db.Financings.FindAsync([row.FinancingId], cancellation))!;
        return NetFaults.Of(Without(row, await Db.SumsAsync(financing.Id, cancellation)), financing.Currency, field: null);
    }

    /// <summary>The sums as if the row, which may be new, were not there.</summary>
    private static FinancingSums Without(AmountChange row, FinancingSums sums) => row.Kind == AmountChangeKind.Addition
        ? sums with { Additional = sums.Additional - row.MinorUnits }
        : sums with { Cancelled = sums.Cancelled - row.MinorUnits };
}
