using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>The performance of one loan or grant (domain.md 3.1).</summary>
public sealed record PerformanceRow
{
    public required Financing Financing { get; init; }
    public required string Agreement { get; init; }
    public required string Project { get; init; }
    public required string ProjectName { get; init; }

    /// <summary>The lender as written in the agreement, else the partner.</summary>
    public required string Lender { get; init; }

    public required Money.Money Net { get; init; }
    public required Money.Money Disbursed { get; init; }

    /// <summary>Work done under signed contracts as last read, from 0 to 1; null without a contract to weigh.</summary>
    public required decimal? Physical { get; init; }

    public required LoanPerformance Performance { get; init; }
    public required ImpliedNeeds Needs { get; init; }

    /// <summary>To be disbursed in the whole fiscal year; null without a plan.</summary>
    public Money.Money? PlannedYear { get; init; }

    /// <summary>Disbursed in it up to the cut-off date.</summary>
    public required Money.Money RealisedYear { get; init; }

    /// <summary>Realised over planned; n/a without a plan.</summary>
    public decimal? Absorption { get; init; }

    /// <summary>To be disbursed in the whole quarter of the cut-off date; null without a plan.</summary>
    public Money.Money? PlannedQuarter { get; init; }

    /// <summary>Disbursed in it up to the cut-off date.</summary>
    public required Money.Money RealisedQuarter { get; init; }

    /// <summary>Realised over planned; n/a without a plan.</summary>
    public decimal? QuarterAbsorption { get; init; }
}
