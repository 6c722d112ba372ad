namespace ProjectCycle.Domain.Money;

/// <summary>What an amount would have been at another rate (domain.md 4.5): information for the reader, never claimed.</summary>
public static class ExchangeDifference
{
    /// <summary>The amount at the reference rate less the amount as booked: above zero when the reference gives more. Both in one currency; another one throws.</summary>
    /// <param name="booked">At the rate of the actual transfer.</param>
    /// <param name="reference">The same amount at, say, BI's middle rate of the value date.</param>
    public static Money Between(Money booked, Money reference) => reference - booked;
}
