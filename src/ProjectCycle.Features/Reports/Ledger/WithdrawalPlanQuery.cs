using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>
/// Fills the withdrawal plan of the Ministry of Finance (T8): loans, and what the centre passes on, for the budget year of the cut-off
/// date. What is not effective by then is the pipeline; what closed before the year began is left out.
/// </summary>
public sealed class WithdrawalPlanQuery(LedgerReach reach, LedgerFigures figures, RateBooks books, TimeProvider clock)
{
    /// <summary>The year that is proposed and the four after it.</summary>
    private const int YearsAhead = 5;

    private static readonly Currency Idr = Currencies.All["IDR"];
    private static readonly FinancingKind[] Kinds = [FinancingKind.Loan, FinancingKind.OnLending, FinancingKind.OnGranting];

    /// <summary>The plan over what the filter shows, and how many rows its sheets have.</summary>
    public async Task<(WithdrawalPlan Plan, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var cutOff = filter.CutOffOn(clock);
        var begin = new DateOnly(cutOff.Year, 1, 1);
        var loans = (await figures.LoadAsync(filter, cutOff, cancellation))
            .Where(f => Kinds.Contains(f.Financing.Kind) && !(f.Financing.ClosingOn < begin && !(f.Financing.DisbursementDeadline >= begin)))
            .ToList();
        var counterpart = (await reach.Of<CounterpartYear>(filter).Where(c => c.Kind == CounterpartKind.CashApbd || c.Kind == CounterpartKind.CashApbn).ToListAsync(cancellation))
            .ToLookup(c => c.FinancingId);
        var rates = await ReportRates.LoadAsync(
            books, loans.Select(f => f.Currency.Code).Concat(counterpart.SelectMany(of => of).Select(c => c.CurrencyCode)), cutOff, ReportRates.ForBudgets, cancellation);
        var rows = loans.GroupBy(f => !(f.Financing.EffectiveOn <= cutOff)).OrderBy(part => part.Key)
            .SelectMany(part => part.Select((f, i) => Row(f, i + 1, part.Key, [.. counterpart[f.Financing.Id]], rates))).ToList();
        var report = new LedgerReport<WithdrawalPlanRow>(await reach.CoverAsync(filter, language, cancellation), rates.Notes, rows.ToAsyncEnumerable());
        return (new WithdrawalPlan(report, cutOff.Year), rows.Count * 3);
    }

    private static WithdrawalPlanRow Row(FinancingFigures figures, int no, bool isPipeline, IReadOnlyList<CounterpartYear> counterpart, ReportRates rates)
    {
        var year = rates.On.Year;
        var years = Enumerable.Range(year + 1, YearsAhead).ToList();
        return new WithdrawalPlanRow
        {
            No = no,
            IsPipeline = isPipeline,
            Lender = figures.Lender,
            References = figures.Financing.References,
            Project = figures.ProjectName.Id,
            Location = ReferenceData.RegionName(figures.RegionCode),
            Commitment = Rupiah(figures.Of(figures.Net)),
            Withdrawn = Rupiah(figures.Of(figures.ChargedBetween(DateOnly.MinValue, new DateOnly(year - 1, 12, 31)))),
            Allocation = Rupiah(PlannedIn(year)),
            CounterpartNeed = Counterpart(counterpart, row => row.Pledged),
            CounterpartSpent = Counterpart(counterpart.Where(row => row.Year < year), row => row.Realised),
            CounterpartAllocation = Counterpart(counterpart.Where(row => row.Year == year && row.Budgeted is not null), row => row.Budgeted!.Value),
            Withdrawals = [.. years.Select(y => Rupiah(PlannedIn(y)))],
            Counterpart = [.. years.Select(y => Counterpart(counterpart.Where(row => row.Year == y), row => row.Pledged))],
        };

        Money? PlannedIn(int of) => figures.Planned(new DateOnly(of, 1, 1), new DateOnly(of, 12, 31));

        decimal? Rupiah(Money? money) => rates.In(money, Idr)?.Amount;

        // Null where nothing is known of it, and where a rate is missing.
        decimal? Counterpart(IEnumerable<CounterpartYear> of, Func<CounterpartYear, long> amount)
        {
            var amounts = of.Select(row => Rupiah(new Money(amount(row), Currencies.All[row.CurrencyCode]))).ToList();
            return amounts.Count == 0 || amounts.Contains(null) ? null : amounts.Sum();
        }
    }
}
