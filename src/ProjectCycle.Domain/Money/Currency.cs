namespace ProjectCycle.Domain.Money;

/// <summary>An ISO 4217 currency.</summary>
/// <param name="Code">Three letters.</param>
/// <param name="MinorUnit">Decimals of its smallest unit.</param>
public readonly record struct Currency(string Code, int MinorUnit)
{
    /// <summary>How many minor units make one.</summary>
    public long Scale => (long)Math.Pow(10, MinorUnit);

    /// <summary>Decimals on screen: nobody pays in sen, so the rupiah shows none.</summary>
    public int ShownDecimals => Code == "IDR" ? 0 : MinorUnit;
}
