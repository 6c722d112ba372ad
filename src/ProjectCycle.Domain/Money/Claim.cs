namespace ProjectCycle.Domain.Money;

/// <summary>What keeps a claim from being higher. Names are codes of texts.</summary>
public enum ClaimLimit
{
    /// <summary>The donor's percentage of the eligible expenditure: nothing else stands in the way.</summary>
    FinancingShare,

    /// <summary>What the donor still finances of the contract.</summary>
    ContractBalance,

    /// <summary>What is left in the category of the agreement.</summary>
    CategoryBalance,
}

/// <summary>What may be claimed, and why no more.</summary>
/// <param name="Amount">Never below zero.</param>
/// <param name="LimitedBy">The lowest bound; of equal ones the first in the order of <see cref="ClaimLimit"/>.</param>
public sealed record Claimable(Money Amount, ClaimLimit LimitedBy);

/// <summary>What a withdrawal application may ask for (domain.md 4.2 and 4.4). All amounts of one call are of one currency; another one throws.</summary>
public static class Claim
{
    /// <summary>The lowest of: eligible expenditure times the donor's percentage, balance of the contract, balance of the category.</summary>
    /// <param name="eligible">Without taxes where the percentage is taken net: <see cref="FinancingShare.Eligible"/>.</param>
    /// <param name="contractBalance">What the donor still finances of the contract; null where there is none, as in a statement of expenditure.</param>
    /// <param name="categoryBalance">See <see cref="CategoryBalance"/>.</param>
    public static Claimable Claimable(Money eligible, FinancingShare share, Money? contractBalance, Money categoryBalance)
    {
        var lowest = new Claimable(share.Of(eligible), ClaimLimit.FinancingShare);
        if (contractBalance is { } contract && IsBelow(contract, lowest.Amount))
            lowest = new Claimable(contract, ClaimLimit.ContractBalance);
        if (IsBelow(categoryBalance, lowest.Amount))
            lowest = new Claimable(categoryBalance, ClaimLimit.CategoryBalance);
        return lowest.Amount.MinorUnits >= 0 ? lowest : lowest with { Amount = lowest.Amount with { MinorUnits = 0 } };
    }

    /// <summary>Allocation, with what was moved in less what was moved out, less what is disbursed and what is firmly committed. Below zero when overdrawn.</summary>
    /// <param name="reallocated">The sum of all reallocations of the category; below zero when more went out than came in.</param>
    /// <param name="committed">Outstanding commitments: undertakings of the donor not paid yet.</param>
    public static Money CategoryBalance(Money allocation, Money reallocated, Money disbursed, Money committed) =>
        allocation + reallocated - disbursed - committed;

    /// <summary>
    /// True when a payment may stand on a statement of expenditure without its papers. The ceiling is measured on what the executing
    /// agency paid, not on the donor's share of it [S:adb-ldh].
    /// </summary>
    /// <param name="paidByAgency">The whole payment, in the currency of the ceiling.</param>
    /// <param name="ceiling">As agreed; null where there is none.</param>
    public static bool IsWithinSoeCeiling(Money paidByAgency, Money? ceiling) => ceiling is not { } most || !IsBelow(most, paidByAgency);

    private static bool IsBelow(Money one, Money other) => (one - other).MinorUnits < 0;
}
