using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>A reallocation as a form hands it over.</summary>
public sealed record ReallocationInput : FinancingRowInput
{
    /// <summary>Null: from what is not allocated.</summary>
    public Guid? FromId { get; init; }

    /// <summary>Null: back to what is not allocated.</summary>
    public Guid? ToId { get; init; }

    public DateOnly? On { get; init; }
    public decimal? Amount { get; init; }
    public string Reference { get; init; } = "";
    public string Note { get; init; } = "";
}

/// <summary>Moves money between categories, and to or from what is not allocated: no more than is left where it comes from.</summary>
public sealed class SaveReallocation(Workbench bench, AppDbContext db) : SaveAmountRow<Reallocation, ReallocationInput>(bench, db)
{
    public override async Task<ReallocationInput> InputOfAsync(Reallocation row, CancellationToken cancellation) => new()
    {
        FinancingId = row.FinancingId,
        FromId = row.FromId,
        ToId = row.ToId,
        On = row.On,
        Amount = Whole(row.MinorUnits, (await Db.Financings.FindAsync([row.FinancingId], cancellation))!.CurrencyCode),
        Reference = row.Reference,
        Note = row.Note,
    };

    protected override Reallocation New(Guid projectId, ReallocationInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId };

    protected override async Task<List<Refusal>> FaultsAsync(
        ReallocationInput input, Reallocation row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Past(input.On, nameof(input.On), place)
            .Concat(Amount(input.Amount, nameof(input.Amount), financing.CurrencyCode, least: 1))
            .Concat(Fields.Text(input.Reference, nameof(input.Reference), max: 200))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000)).ToList();
        var left = await BalancesAsync(row, financing, cancellation);
        if (!left.ContainsKey(Key(input.FromId)))
            faults.Add(new Refusal("unknown-category", nameof(input.FromId)));
        if (!left.ContainsKey(Key(input.ToId)))
            faults.Add(new Refusal("unknown-category", nameof(input.ToId)));
        if (input.FromId == input.ToId)
            faults.Add(new Refusal("reallocation-same", nameof(input.ToId)));
        return faults.Count > 0 ? faults : [.. BalanceFaults(input, row, financing, left)];
    }

    protected override void Fill(Reallocation row, ReallocationInput input)
    {
        row.FromId = input.FromId;
        row.ToId = input.ToId;
        row.On = input.On!.Value;
        row.MinorUnits = Minor(input.Amount, Db.Financings.Local.First(f => f.Id == row.FinancingId).CurrencyCode);
        row.Reference = input.Reference.Trim();
        row.Note = input.Note.Trim();
    }

    protected override DateOnly? DayOf(Reallocation row) => row.On;

    protected override (DateOnly? Day, string? Field) DayOf(ReallocationInput input) => (input.On, nameof(input.On));

    protected override async Task<IEnumerable<Refusal>> UsesAsync(Reallocation row, CancellationToken cancellation)
    {
        var financing = (await Db.Financings.FindAsync([row.FinancingId], cancellation))!;
        var left = await BalancesAsync(row, financing, cancellation);
        return left[Key(row.ToId)] < 0 ? [new Refusal("reallocation-spent")] : [];
    }

    /// <summary>What is left in each category, and under an empty id what is not allocated, as if the row were not there.</summary>
    private async Task<Dictionary<Guid, long>> BalancesAsync(Reallocation row, Financing financing, CancellationToken cancellation)
    {
        var left = (await Db.CategoryLinesAsync(financing, cancellation)).ToDictionary(line => line.Category.Id, line => line.Balance.MinorUnits);
        left[Guid.Empty] = (await Db.SumsAsync(financing.Id, cancellation)).Unallocated;
        left[Key(row.FromId)] += row.MinorUnits;
        left[Key(row.ToId)] -= row.MinorUnits;
        return left;
    }

    /// <summary>There must be enough where it comes from; where it went before, what has been spent there must still be covered.</summary>
    private static IEnumerable<Refusal> BalanceFaults(ReallocationInput input, Reallocation row, Financing financing, Dictionary<Guid, long> left)
    {
        var amount = Minor(input.Amount, financing.CurrencyCode);
        var (from, before) = (Key(input.FromId), Key(row.ToId));
        if (amount > left[from])
            return [new Refusal("reallocation-above-balance", nameof(input.Amount), AtLeastZero(left[from], financing.Currency))];
        left[from] -= amount;
        left[Key(input.ToId)] += amount;
        return left[before] < 0 ? [new Refusal("reallocation-spent", nameof(input.ToId))] : [];
    }

    private static Guid Key(Guid? category) => category ?? Guid.Empty;
}
