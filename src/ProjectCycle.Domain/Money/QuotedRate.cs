namespace ProjectCycle.Domain.Money;

/// <summary>
/// What a rate is good for (domain.md 4.5): budgets take the yearly assumption, reports BI's middle rate at the cut-off date, a
/// disbursement the donor's, spending from an advance account that of the actual transfer. Names are stored.
/// </summary>
public enum RateType
{
    /// <summary>Bank Indonesia's middle rate, for reports.</summary>
    BiMiddle,

    /// <summary>Bank Indonesia's buying rate.</summary>
    BiBuy,

    /// <summary>What the donor charged the loan account with.</summary>
    DonorApplied,

    /// <summary>What the bank gave when money of an account was changed.</summary>
    BankConversion,

    /// <summary>The yearly assumption of the budget; its date is the first day it holds.</summary>
    BudgetAssumption,

    /// <summary>The European Central Bank's reference rate.</summary>
    EcbReference,
}

/// <summary>A rate as somebody quoted it: so many of <paramref name="To"/> for <paramref name="Unit"/> of <paramref name="From"/>.</summary>
/// <param name="From">The currency that is priced.</param>
/// <param name="To">The currency it is priced in.</param>
/// <param name="Date">The day it was quoted for.</param>
/// <param name="Rate">From <see cref="LowestRate"/> to <see cref="HighestRate"/>.</param>
/// <param name="Unit">1, 100 or 1000: yen are quoted by the hundred and won by the thousand [S:id-mof-form].</param>
/// <param name="Type">What it is good for.</param>
/// <param name="Source">Where it was read, for the reader of the result.</param>
public sealed record QuotedRate(Currency From, Currency To, DateOnly Date, decimal Rate, int Unit, RateType Type, string Source)
{
    /// <summary>A billionth: below it something was mistyped.</summary>
    public const decimal LowestRate = 0.000_000_001m;

    /// <summary>A billion: the old Turkish lira was at some 400,000 to the dollar.</summary>
    public const decimal HighestRate = 1_000_000_000m;

    /// <summary>The units rates are quoted by.</summary>
    public static IReadOnlyList<int> Units { get; } = [1, 100, 1000];

    /// <summary>True when it can be reckoned with.</summary>
    public bool IsSound => Rate is >= LowestRate and <= HighestRate && Units.Contains(Unit) && From != To;
}
