using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Fills loans by quarter (T9): every quarter from the first to which something belongs to the last of the plan.</summary>
public sealed class QuarterReportQuery(LedgerReach reach, LedgerFigures figures, RateBooks books, TimeProvider clock)
{
    private static readonly Currency Usd = Currencies.All["USD"];
    private static readonly Currency Idr = Currencies.All["IDR"];

    /// <summary>The report over what the filter shows, and how many rows it has.</summary>
    public async Task<(QuarterReport Report, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var cutOff = filter.CutOffOn(clock);
        var financings = await figures.LoadAsync(filter, cutOff, cancellation);
        var rates = await ReportRates.LoadAsync(books, financings.Select(f => f.Currency.Code).Append("USD"), cutOff, RateBooks.Measuring, cancellation);
        var categories = (await reach.Of<ExpenditureCategory>(filter).ToListAsync(cancellation)).OrderBy(c => c.Code, StringComparer.OrdinalIgnoreCase).ToLookup(c => c.FinancingId);
        var rows = financings.SelectMany(f => Quarters(f, filter, cutOff).SelectMany(quarter => Rows(f, quarter, categories[f.Financing.Id], rates))).ToList();
        var currency = financings.Select(f => f.Currency).Distinct().ToList() is [var one] ? one : Usd;
        var curve = CurveOf(financings, filter, currency, rates);
        var report = new LedgerReport<QuarterRow>(await reach.CoverAsync(filter, language, cancellation), rates.Notes, rows.ToAsyncEnumerable());
        return (new QuarterReport(report, curve, currency.Code), rows.Count + curve.Count);
    }

    /// <summary>From the first day with a plan or a payment, or effectiveness, to the last day of the plan, or the cut-off date.</summary>
    private static IEnumerable<FiscalQuarter> Quarters(FinancingFigures figures, LedgerReportFilter filter, DateOnly cutOff)
    {
        DateOnly?[] starts = [figures.Financing.EffectiveOn, figures.Curve?.Points[0].Date, .. figures.Charged.Select(month => month.First)];
        var last = figures.Curve?.Points[^1].Date is { } planned && planned > cutOff ? planned : cutOff;
        if (starts.Min() is not { } first)
            yield break;
        for (var quarter = figures.Year.QuarterOf(first); quarter.From <= last; quarter = figures.Year.QuarterOf(quarter.Until.AddDays(1)))
        {
            if (!(quarter.Until < filter.From) && !(quarter.From > filter.Until))
                yield return quarter;
        }
    }

    private static IEnumerable<QuarterRow> Rows(FinancingFigures figures, FiscalQuarter quarter, IEnumerable<ExpenditureCategory> categories, ReportRates rates)
    {
        var whole = Row(figures, quarter, rates);
        return whole.Realised is null ? [whole] : [whole, .. categories.Select(category => Part(whole, figures, category, rates))];
    }

    private static QuarterRow Part(QuarterRow whole, FinancingFigures figures, ExpenditureCategory category, ReportRates rates)
    {
        var realised = figures.Of(figures.ChargedBetween(whole.Quarter.From, whole.Quarter.Until, category.Id));
        return whole with
        {
            Category = category.Code,
            CategoryName = category.Name,
            Plan = null,
            PlanUsd = null,
            PlanIdr = null,
            Realised = realised,
            RealisedUsd = rates.In(realised, Usd),
            RealisedIdr = rates.In(realised, Idr),
            Absorption = null,
        };
    }

    private static QuarterRow Row(FinancingFigures figures, FiscalQuarter quarter, ReportRates rates)
    {
        var plan = figures.Planned(quarter.From, quarter.Until);
        Money? realised = quarter.From > rates.On ? null : figures.Of(figures.ChargedBetween(quarter.From, quarter.Until));
        return new QuarterRow
        {
            Agreement = figures.Agreement,
            Project = figures.Project,
            Quarter = quarter,
            CurrencyCode = figures.Currency.Code,
            RateUsd = rates.Rate(Usd, Idr),
            RateLoan = rates.Rate(figures.Currency, Idr),
            Plan = plan,
            PlanUsd = rates.In(plan, Usd),
            PlanIdr = rates.In(plan, Idr),
            Realised = realised,
            RealisedUsd = rates.In(realised, Usd),
            RealisedIdr = rates.In(realised, Idr),
            Absorption = plan is { } planned && realised is { } paid ? Ratio.Absorbed(paid.MinorUnits, planned.MinorUnits) : null,
        };
    }

    /// <summary>All of them together, by the quarters of the first one's year. A loan whose currency has no rate is left out, which the notes name.</summary>
    private static List<CurveQuarter> CurveOf(IReadOnlyList<FinancingFigures> financings, LedgerReportFilter filter, Currency currency, ReportRates rates)
    {
        var drawn = financings.Where(f => rates.In(f.Of(0), currency) is not null).ToList();
        if (drawn.Count == 0)
            return [];
        var year = drawn[0].Year;
        var quarters = drawn.SelectMany(f => Quarters(f, filter, rates.On)).Select(quarter => year.QuarterOf(quarter.From)).Distinct().OrderBy(quarter => quarter.From);
        return
        [
            .. quarters.Select(quarter => new CurveQuarter(
                quarter.Year,
                quarter.Number,
                Sum(drawn.Select(f => f.PlannedBy(quarter.Until) is { } planned ? rates.In(f.Of(planned), currency) : null)),
                quarter.From > rates.On ? null : Sum(drawn.Select(f => rates.In(f.Of(f.ChargedBetween(DateOnly.MinValue, quarter.Until)), currency))))),
        ];

        static Money? Sum(IEnumerable<Money?> amounts) =>
            amounts.OfType<Money>().ToList() is { Count: > 0 } known ? known.Aggregate((one, other) => one + other) : null;
    }
}
