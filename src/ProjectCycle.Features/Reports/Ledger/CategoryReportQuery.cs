using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
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
        var categories = (await db.CategoryLinesAsync(reach.Financings(filter), cutOff, cancellation)).ToLookup(c => c.Category.FinancingId);
        var packages = await reach.Of<Contract>(filter).Where(c => Planned.Contains(c.State) && c.SignedOn == null)
            .Select(c => new Package(c.CategoryId, c.CurrencyCode, c.MinorUnits, c.Percentage)).ToListAsync(cancellation);
        var rates = await ReportRates.LoadAsync(
            books, packages.Select(p => p.CurrencyCode).Concat(financings.Select(f => f.Currency.Code)), cutOff, RateBooks.Measuring, cancellation);
        var byCategory = packages.ToLookup(p => p.CategoryId);
        var rows = financings.SelectMany(f => Rows(f, [.. categories[f.Financing.Id]], byCategory, rates)).ToList();
        return (new LedgerReport<CategoryReportRow>(await reach.CoverAsync(filter, language, cancellation), rates.Notes, rows.ToAsyncEnumerable()), rows.Count);
    }

    private static IEnumerable<CategoryReportRow> Rows(FinancingFigures financing, IReadOnlyList<CategoryLine> categories, ILookup<Guid, Package> packages, ReportRates rates)
    {
        foreach (var category in categories)
            yield return Row(financing, category, [.. packages[category.Category.Id]], rates);
        var unallocated = financing.Of(financing.Net - categories.Sum(c => c.Current.MinorUnits));
        if (unallocated.MinorUnits != 0)
            yield return Head(financing, CategoryRowKind.Unallocated) with { Current = unallocated, Balance = unallocated };
        if (financing.Curve is not null)
        {
            var quarter = financing.Year.QuarterOf(rates.On);
            yield return Head(financing, CategoryRowKind.Whole) with { Projected = financing.Planned(quarter.Until.AddDays(1), quarter.From.AddMonths(15).AddDays(-1)) };
        }
    }

    private static CategoryReportRow Row(FinancingFigures financing, CategoryLine line, IReadOnlyList<Package> packages, ReportRates rates)
    {
        var category = line.Category;
        var quarter = financing.Year.QuarterOf(rates.On);
        var thisYear = financing.Of(financing.ChargedBetween(financing.Year.BeginOf(rates.On), rates.On, category.Id));
        var uncontracted = packages.Select(package => rates.In(package.Donor, financing.Currency)).ToList();
        return Head(financing, CategoryRowKind.Category) with
        {
            Code = category.Code,
            Name = category.Name,
            Original = line.Original,
            Reallocated = line.Reallocated,
            Current = line.Current,
            PriorYears = line.Disbursed - thisYear,
            ThisYear = thisYear,
            ThisQuarter = financing.Of(financing.ChargedBetween(quarter.From, rates.On, category.Id)),
            Cumulative = line.Disbursed,
            Share = Ratio.Of(line.Disbursed.MinorUnits, line.Current.MinorUnits),
            Uncontracted = uncontracted.Contains(null) ? null : financing.Of(uncontracted.Sum(money => money!.Value.MinorUnits)),
            Balance = line.Balance,
        };
    }

    private static CategoryReportRow Head(FinancingFigures financing, CategoryRowKind kind) => new()
    {
        Kind = kind,
        Project = financing.Project,
        Agreement = financing.Agreement,
        CurrencyCode = financing.Currency.Code,
    };

    /// <summary>A package that is not signed yet.</summary>
    private sealed record Package(Guid CategoryId, string CurrencyCode, long MinorUnits, decimal Percentage)
    {
        public Money Donor => new FinancingShare(Percentage).Of(new Money(MinorUnits, Currencies.All[CurrencyCode]));
    }
}
