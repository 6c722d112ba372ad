using System.Numerics;

namespace ProjectCycle.Domain.Money;

/// <summary>
/// Amounts times fractions without losing anything before the one rounding at the end: half away from zero, to the minor unit of the
/// result. Rounding in between would make the result depend on the way, and a half could be lost on it.
/// </summary>
internal static class ExactMoney
{
    /// <summary>The product of <paramref name="money"/> and all of <paramref name="times"/> over all of <paramref name="per"/>; null when it does not fit.</summary>
    public static Money? Of(Money money, Currency currency, IEnumerable<decimal> times, IEnumerable<decimal> per)
    {
        BigInteger above = money.MinorUnits, below = money.Currency.Scale;
        above *= currency.Scale;
        foreach (var factor in times)
            Take(factor, ref above, ref below);
        foreach (var divisor in per)
            Take(divisor, ref below, ref above);
        var rounded = Rounded(above, below);
        return rounded >= long.MinValue && rounded <= long.MaxValue ? new Money((long)rounded, currency) : null;
    }

    private static void Take(decimal factor, ref BigInteger above, ref BigInteger below)
    {
        var scale = BigInteger.Pow(10, factor.Scale);
        above *= new BigInteger(factor * (decimal)scale);
        below *= scale;
    }

    /// <summary>Half away from zero; <paramref name="below"/> is above zero.</summary>
    private static BigInteger Rounded(BigInteger above, BigInteger below)
    {
        var whole = ((2 * BigInteger.Abs(above)) + below) / (2 * below);
        return above.Sign < 0 ? -whole : whole;
    }
}
