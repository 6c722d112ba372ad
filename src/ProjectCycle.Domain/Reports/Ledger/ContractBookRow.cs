using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>A row of the contract register (T3); amounts in the contract's currency.</summary>
public sealed record ContractBookRow
{
    public required int No { get; init; }
    public required Contract Contract { get; init; }
    public required string Category { get; init; }
    public DateOnly? RevisedCompletionOn { get; init; }
    public required Money.Money Variations { get; init; }
    public required Money.Money Value { get; init; }
    public required Money.Money Donor { get; init; }
    public required Money.Money Counterpart { get; init; }
    public required Money.Money Paid { get; init; }
    public required Money.Money RetentionHeld { get; init; }
    public required Money.Money AdvanceUnrecovered { get; init; }

    /// <summary>From 0; null where the value is nothing.</summary>
    public decimal? Financial { get; init; }

    public DateOnly? GuaranteeExpiresOn { get; init; }
    public required string Agreement { get; init; }
    public required string Project { get; init; }
}
