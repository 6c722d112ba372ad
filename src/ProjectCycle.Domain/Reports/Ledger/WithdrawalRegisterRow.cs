using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>A row of the register of applications (T1): one application in one category, which is how the donor pays.</summary>
public sealed record WithdrawalRegisterRow
{
    public required int No { get; init; }
    public required int Number { get; init; }
    public required DateOnly On { get; init; }
    public required WithdrawalProcedure Procedure { get; init; }
    public required string Agreement { get; init; }

    /// <summary>Null for an application that asks for nothing yet.</summary>
    public string? Category { get; init; }

    /// <summary>Numbers of the contracts it claims: the donor's (PCSS) where there is one.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    public required string Payee { get; init; }
    public required Money.Money Claimed { get; init; }

    /// <summary>What the donor accepted; null while it has not decided.</summary>
    public Money.Money? Approved { get; init; }

    public required Money.Money Disallowed { get; init; }

    /// <summary>Of the last payment that stands.</summary>
    public DateOnly? ValueDate { get; init; }

    /// <summary>Null while nothing was paid; so are the three that follow.</summary>
    public Money.Money? Paid { get; init; }

    /// <summary>What the loan or grant account was charged with.</summary>
    public Money.Money? Charged { get; init; }

    /// <summary>Between the currency paid and the account's, quoted so that it is 1 or more.</summary>
    public decimal? Rate { get; init; }

    /// <summary>At the value dates.</summary>
    public Money.Money? Rupiah { get; init; }

    /// <summary>Charged to the account by this and all earlier applications.</summary>
    public required Money.Money Cumulative { get; init; }

    /// <summary>Net amount less <see cref="Cumulative"/>.</summary>
    public required Money.Money Undisbursed { get; init; }

    public required WithdrawalState State { get; init; }
    public required int DaysOpen { get; init; }
    public required string Remarks { get; init; }
    public required string Project { get; init; }
}
