using System.Globalization;

namespace ProjectCycle.Domain.Money;

/// <summary>An exact amount: whole minor units of one currency.</summary>
/// <param name="MinorUnits">Cents, sen, yen.</param>
/// <param name="Currency">The currency they are of.</param>
public readonly record struct Money(long MinorUnits, Currency Currency)
{
    /// <summary>The amount in whole units, exact.</summary>
    public decimal Amount => MinorUnits / (decimal)Currency.Scale;

    /// <summary>The money for <paramref name="amount"/> whole units; null when it has more decimals than the currency or does not fit.</summary>
    public static Money? From(decimal amount, Currency currency)
    {
        if (Math.Abs(amount) > long.MaxValue / (decimal)currency.Scale)
            return null;
        var minor = amount * currency.Scale;
        return minor == decimal.Truncate(minor) ? new Money((long)minor, currency) : null;
    }

    /// <summary>Both together; of two currencies it throws, since nothing is converted unseen.</summary>
    public static Money operator +(Money one, Money other) => new(checked(one.MinorUnits + one.Same(other)), one.Currency);

    /// <summary>What is left of the first; of two currencies it throws, since nothing is converted unseen.</summary>
    public static Money operator -(Money one, Money other) => new(checked(one.MinorUnits - one.Same(other)), one.Currency);

    /// <summary>For logs and tests, such as "EUR 13400000.00".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Currency.Code} {Amount.ToString($"F{Currency.MinorUnit}", CultureInfo.InvariantCulture)}");

    private long Same(Money other) => other.Currency == Currency
        ? other.MinorUnits
        : throw new InvalidOperationException($"{Currency.Code} and {other.Currency.Code} do not add up.");
}
