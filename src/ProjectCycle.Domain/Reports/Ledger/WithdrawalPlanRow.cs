using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>The withdrawal plan of the Ministry of Finance (T8) for a budget year.</summary>
/// <param name="Report">Cover, notes and rows: those under way first, then those in the pipeline.</param>
/// <param name="Year">The year under way; what is proposed is for the next.</param>
public sealed record WithdrawalPlan(LedgerReport<WithdrawalPlanRow> Report, int Year);

/// <summary>A loan of the plan; amounts in rupiah, null where a rate or a plan is missing.</summary>
public sealed record WithdrawalPlanRow
{
    /// <summary>Within its part.</summary>
    public required int No { get; init; }

    /// <summary>Not effective yet.</summary>
    public required bool IsPipeline { get; init; }

    public required string Lender { get; init; }
    public required PlanningReferences References { get; init; }
    public required string Project { get; init; }
    public required string Location { get; init; }
    public decimal? Commitment { get; init; }

    /// <summary>Up to the end of last year.</summary>
    public decimal? Withdrawn { get; init; }

    public decimal? Allocation { get; init; }
    public decimal? CounterpartNeed { get; init; }
    public decimal? CounterpartSpent { get; init; }
    public decimal? CounterpartAllocation { get; init; }

    /// <summary>To be withdrawn in the next year and the four after it.</summary>
    public required IReadOnlyList<decimal?> Withdrawals { get; init; }

    /// <summary>Counterpart of the same years.</summary>
    public required IReadOnlyList<decimal?> Counterpart { get; init; }
}
