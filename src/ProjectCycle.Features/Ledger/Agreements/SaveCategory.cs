using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>A category as a form hands it over.</summary>
public sealed record CategoryInput : FinancingRowInput
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public decimal? Amount { get; init; }

    /// <summary>The donor's share, out of a hundred.</summary>
    public decimal? Percentage { get; init; }

    public TaxBasis Basis { get; init; }
}

/// <summary>Adds, changes and removes categories of expenditure. Together they hold no more than the net commitment, and none less than is used of it.</summary>
public sealed class SaveCategory(Workbench bench, AppDbContext db) : SaveAmountRow<ExpenditureCategory, CategoryInput>(bench, db)
{
    public override async Task<CategoryInput> InputOfAsync(ExpenditureCategory row, CancellationToken cancellation) => new()
    {
        FinancingId = row.FinancingId,
        Code = row.Code,
        Name = row.Name,
        Amount = Whole(row.MinorUnits, (await Db.Financings.FindAsync([row.FinancingId], cancellation))!.CurrencyCode),
        Percentage = row.Percentage * 100,
        Basis = row.Basis,
    };

    protected override ExpenditureCategory New(Guid projectId, CategoryInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId };

    protected override async Task<List<Refusal>> FaultsAsync(
        CategoryInput input, ExpenditureCategory row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var code = input.Code.Trim();
        var faults = Fields.Required(input.Code, nameof(input.Code), max: 20)
            .Concat(Fields.Required(input.Name, nameof(input.Name), max: 200))
            .Concat(Amount(input.Amount, nameof(input.Amount), financing.CurrencyCode))
            .Concat(Percentage(input.Percentage, nameof(input.Percentage)))
            .Concat(Known(input.Basis, nameof(input.Basis))).ToList();
        if (code.Length > 0 && code != row.Code && await Others(row).HasAsync(code, cancellation))
            faults.Add(new Refusal("code-taken", nameof(input.Code), code));
        return faults.Count > 0 ? faults : [.. await AmountFaultsAsync(Minor(input.Amount, financing.CurrencyCode), row, financing, cancellation)];
    }

    protected override void Fill(ExpenditureCategory row, CategoryInput input)
    {
        row.Code = input.Code.Trim();
        row.Name = input.Name.Trim();
        row.MinorUnits = Minor(input.Amount, Db.Financings.Local.First(f => f.Id == row.FinancingId).CurrencyCode);
        row.Percentage = input.Percentage!.Value / 100;
        row.Basis = input.Basis;
    }

    protected override async Task<IEnumerable<Refusal>> UsesAsync(ExpenditureCategory row, CancellationToken cancellation)
    {
        var isUsed = await Db.Reallocations.AnyAsync(r => r.FromId == row.Id || r.ToId == row.Id, cancellation)
            || await Db.Contracts.AnyAsync(c => c.CategoryId == row.Id, cancellation)
            || await Db.Invoices.AnyAsync(i => i.CategoryId == row.Id, cancellation)
            || await Db.WithdrawalLines.AnyAsync(l => l.CategoryId == row.Id, cancellation)
            || await Db.Disbursements.AnyAsync(d => d.CategoryId == row.Id, cancellation);
        return isUsed ? [new Refusal("category-in-use")] : [];
    }

    private IQueryable<string> Others(ExpenditureCategory row) => Db.Categories.Where(c => c.FinancingId == row.FinancingId && c.Id != row.Id).Select(c => c.Code);

    private async Task<IEnumerable<Refusal>> AmountFaultsAsync(long amount, ExpenditureCategory row, Financing financing, CancellationToken cancellation)
    {
        var free = checked((await Db.SumsAsync(financing.Id, cancellation)).Unallocated + row.MinorUnits);
        if (amount > free)
            return [new Refusal("allocation-above-net", nameof(CategoryInput.Amount), AtLeastZero(free, financing.Currency))];
        var line = (await Db.CategoryLinesAsync(financing, cancellation)).FirstOrDefault(l => l.Category.Id == row.Id);
        var used = line is null ? 0 : checked(row.MinorUnits - line.Balance.MinorUnits);
        return amount < used ? [new Refusal("category-below-used", nameof(CategoryInput.Amount), new Money(used, financing.Currency))] : [];
    }
}
