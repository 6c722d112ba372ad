using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Fills disbursement by category (T4) as of the cut-off date.</summary>
public sealed class CategoryReportQuery(AppDbContext db, LedgerReach reach, LedgerFigures figures, RateBooks books, TimeProvider clock)
{
    private static readonly ContractState[] Planned = [ContractState.Planned, ContractState.Tendering, ContractState.Awarded];

    /// <summary>The report over what the filter shows, and how many rows it has.</summary>
    public async Task<(LedgerReport<CategoryReportRow> Report, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var cutOff = filter.CutOffOn(clock);
        var financings = await figures.LoadAsync(filter, cutOff, cancellation);
        var categories = (await CategoriesAsync(filter, cutOff, cancellation)).ToLookup(c => c.Category.FinancingId);
        var packages = await reach.Of<Contract>(filter).Where(c => Planned.Contains(c.State) && c.SignedOn == null)
            .Select(c => new Package(c.CategoryId, c.CurrencyCode, c.MinorUnits, c.Percentage)).ToListAsync(cancellation);
        var rates = await ReportRates.LoadAsync(
            books, packages.Select(p => p.CurrencyCode).Concat(financings.Select(f => f.Currency.Code)), cutOff, RateBooks.Measuring, cancellation);
        var byCategory = packages.ToLookup(p => p.CategoryId);
        var rows = financings.SelectMany(f => Rows(f, [.. categories[f.Financing.Id]], byCategory, rates)).ToList();
        return (new LedgerReport<CategoryReportRow>(await reach.CoverAsync(filter, language, cancellation), rates.Notes, rows.ToAsyncEnumerable()), rows.Count);
    }

    /// <summary>Categories with what was moved and what the donor undertook to pay; the rules are those of <c>CategoryLinesQuery</c>, as of a day.</summary>
    private async Task<List<CategoryFigures>> CategoriesAsync(LedgerReportFilter filter, DateOnly cutOff, CancellationToken cancellation)
    {
        var promised = db.Withdrawals.Where(w => w.Procedure == WithdrawalProcedure.Commitment && w.On <= cutOff
            && (w.State == WithdrawalState.Approved || w.State == WithdrawalState.PartlyPaid)
            && db.Financings.Any(f => f.Id == w.FinancingId && f.CurrencyCode == w.CurrencyCode)).Select(w => w.Id);
        return await reach.Of<ExpenditureCategory>(filter).Select(c => new CategoryFigures
        {
            Category = c,
            Moved = db.Reallocations.Where(r => r.ToId == c.Id && r.On <= cutOff).Sum(r => r.MinorUnits) - db.Reallocations.Where(r => r.FromId == c.Id && r.On <= cutOff).Sum(r => r.MinorUnits),
            Promised = db.WithdrawalLines.Where(l => l.CategoryId == c.Id && promised.Contains(l.ApplicationId)).Sum(l => l.Claimed - l.Disallowed),
            Kept = db.Disbursements.Where(d => d.CategoryId == c.Id && d.ValueDate <= cutOff && promised.Contains(d.ApplicationId)).Sum(d => d.Charged),
        }).ToListAsync(cancellation);
    }

    private static IEnumerable<CategoryReportRow> Rows(FinancingFigures financing, IReadOnlyList<CategoryFigures> categories, ILookup<Guid, Package> packages, ReportRates rates)
    {
        foreach (var category in categories.OrderBy(c => c.Category.Code, StringComparer.OrdinalIgnoreCase))
            yield return Row(financing, category, [.. packages[category.Category.Id]], rates);
        var unallocated = financing.Of(financing.Net - categories.Sum(c => c.Category.MinorUnits + c.Moved));
        if (unallocated.MinorUnits != 0)
            yield return Head(financing, CategoryRowKind.Unallocated) with { Current = unallocated, Balance = unallocated };
        if (financing.Curve is not null)
        {
            var quarter = financing.Year.QuarterOf(rates.On);
            yield return Head(financing, CategoryRowKind.Whole) with { Projected = financing.Planned(quarter.Until.AddDays(1), quarter.From.AddMonths(15).AddDays(-1)) };
        }
    }

    private static CategoryReportRow Row(FinancingFigures financing, CategoryFigures figures, IReadOnlyList<Package> packages, ReportRates rates)
    {
        var category = figures.Category;
        var quarter = financing.Year.QuarterOf(rates.On);
        var thisYear = financing.ChargedBetween(financing.Year.BeginOf(rates.On), rates.On, category.Id);
        var cumulative = financing.ChargedBetween(DateOnly.MinValue, rates.On, category.Id);
        var current = category.MinorUnits + figures.Moved;
        var uncontracted = packages.Select(package => rates.In(package.Donor, financing.Currency)).ToList();
        return Head(financing, CategoryRowKind.Category) with
        {
            Code = category.Code,
            Name = category.Name,
            Original = financing.Of(category.MinorUnits),
            Reallocated = financing.Of(figures.Moved),
            Current = financing.Of(current),
            PriorYears = financing.Of(cumulative - thisYear),
            ThisYear = financing.Of(thisYear),
            ThisQuarter = financing.Of(financing.ChargedBetween(quarter.From, rates.On, category.Id)),
            Cumulative = financing.Of(cumulative),
            Share = Ratio.Of(cumulative, current),
            Uncontracted = uncontracted.Contains(null) ? null : financing.Of(uncontracted.Sum(money => money!.Value.MinorUnits)),
            Balance = Claim.CategoryBalance(
                financing.Of(category.MinorUnits), financing.Of(figures.Moved), financing.Of(cumulative), financing.Of(Math.Max(0, figures.Promised - figures.Kept))),
        };
    }

    private static CategoryReportRow Head(FinancingFigures financing, CategoryRowKind kind) => new()
    {
        Kind = kind,
        Project = financing.Project,
        Agreement = financing.Agreement,
        CurrencyCode = financing.Currency.Code,
    };

    private sealed class CategoryFigures
    {
        public required ExpenditureCategory Category { get; init; }
        public required long Moved { get; init; }
        public required long Promised { get; init; }
        public required long Kept { get; init; }
    }

    /// <summary>A package that is not signed yet.</summary>
    private sealed record Package(Guid CategoryId, string CurrencyCode, long MinorUnits, decimal Percentage)
    {
        public Money Donor => new FinancingShare(Percentage).Of(new Money(MinorUnits, Currencies.All[CurrencyCode]));
    }
}
