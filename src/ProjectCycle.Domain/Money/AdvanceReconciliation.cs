namespace ProjectCycle.Domain.Money;

/// <summary>
/// The reconciliation of an advance account on one day (domain.md 4.6): what the donor advanced and has not been accounted for must be
/// somewhere. The parts come from practice [K]; ADB asks for the statement together with the bank's [S:adb-ldh]. All amounts are of the
/// account's currency; another one throws.
/// </summary>
public sealed record AdvanceReconciliation
{
    /// <summary>A: all that was advanced.</summary>
    public required Money Advanced { get; init; }

    /// <summary>L: documented to the donor and accepted.</summary>
    public required Money Liquidated { get; init; }

    /// <summary>B: the balance of the bank's statement.</summary>
    public required Money BankBalance { get; init; }

    /// <summary>S: claims submitted and not credited yet.</summary>
    public required Money Submitted { get; init; }

    /// <summary>P: paid and not claimed yet.</summary>
    public required Money PaidNotClaimed { get; init; }

    /// <summary>U: balances of the sub-accounts.</summary>
    public required Money SubAccounts { get; init; }

    /// <summary>C: charges of the bank.</summary>
    public required Money BankCharges { get; init; }

    /// <summary>N: interest, where it stays in the account.</summary>
    public required Money Interest { get; init; }

    /// <summary>O = A - L: what has still to be accounted for.</summary>
    public Money Outstanding => Advanced - Liquidated;

    /// <summary>B + S + P + U + C - N: what has been found.</summary>
    public Money Explained => BankBalance + Submitted + PaidNotClaimed + SubAccounts + BankCharges - Interest;

    /// <summary>Explained less outstanding: below zero when money is missing, above when there is more than there should be.</summary>
    public Money Gap => Explained - Outstanding;

    /// <summary>True when nothing is missing and nothing too much.</summary>
    public bool IsBalanced => Gap.MinorUnits == 0;

    /// <summary>The account may be called reconciled, or <c>advance-not-reconciled</c> with the gap.</summary>
    public Outcome<Done> Reconcile() => IsBalanced ? new Done() : new Refusal("advance-not-reconciled", null, Gap);
}
