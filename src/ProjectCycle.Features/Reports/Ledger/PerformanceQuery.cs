using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger.Contracts;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Fills the performance of loans and grants as of the cut-off date.</summary>
public sealed class PerformanceQuery(AppDbContext db, LedgerReach reach, LedgerFigures figures, TimeProvider clock)
{
    /// <summary>The report over what the filter shows, and how many rows it has.</summary>
    public async Task<(LedgerReport<PerformanceRow> Report, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var cutOff = filter.CutOffOn(clock);
        var financings = await figures.LoadAsync(filter, cutOff, cancellation);
        var contracts = await reach.Of<Contract>(filter).PricedAsync(db, cancellation);
        var rows = financings.Select(f => Row(f, [.. contracts[f.Financing.Id]], cutOff, language)).ToList();
        return (new LedgerReport<PerformanceRow>(await reach.CoverAsync(filter, language, cancellation), new LedgerNotes(cutOff, [], []), rows.ToAsyncEnumerable()), rows.Count);
    }

    private static PerformanceRow Row(FinancingFigures figures, IReadOnlyList<SignedContract> contracts, DateOnly cutOff, string language)
    {
        var financing = figures.Financing;
        var facts = new LoanFacts(financing.EffectiveOn, financing.ClosingOn, financing.OriginalClosingOn, figures.Net, figures.Disbursed);
        var from = figures.Year.BeginOf(cutOff);
        var (planned, realised) = (figures.Planned(from, from.AddYears(1).AddDays(-1)), figures.ChargedBetween(from, cutOff));
        var quarter = figures.Year.QuarterOf(cutOff);
        var (quarterPlanned, quarterRealised) = (figures.Planned(quarter.From, quarter.Until), figures.ChargedBetween(quarter.From, cutOff));
        return new PerformanceRow
        {
            Financing = financing,
            Agreement = figures.Agreement,
            Project = figures.Project,
            ProjectName = figures.ProjectName.In(language),
            Lender = figures.Lender,
            Net = figures.Of(figures.Net),
            Disbursed = figures.Of(figures.Disbursed),
            Physical = SignedContract.Physical(contracts, [.. contracts.Where(c => c.CurrencyCode == financing.CurrencyCode)]).Share,
            Performance = LoanPerformance.On(cutOff, facts, figures.Rules),
            Needs = ImpliedNeeds.On(cutOff, facts, figures.LastTwelveMonths, figures.Rules),
            PlannedYear = planned,
            RealisedYear = figures.Of(realised),
            Absorption = planned is { } plan ? Ratio.Absorbed(realised, plan.MinorUnits) : null,
            PlannedQuarter = quarterPlanned,
            RealisedQuarter = figures.Of(quarterRealised),
            QuarterAbsorption = quarterPlanned is { } quarterPlan ? Ratio.Absorbed(quarterRealised, quarterPlan.MinorUnits) : null,
        };
    }
}
