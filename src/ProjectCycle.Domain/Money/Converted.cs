namespace ProjectCycle.Domain.Money;

/// <summary>A quoted rate as it was used.</summary>
/// <param name="Quote">As quoted.</param>
/// <param name="IsInverse">True when it was used from <see cref="QuotedRate.To"/> to <see cref="QuotedRate.From"/>.</param>
public sealed record RateStep(QuotedRate Quote, bool IsInverse)
{
    /// <summary>The currency this step starts from.</summary>
    public Currency From => IsInverse ? Quote.To : Quote.From;

    /// <summary>The currency this step ends in.</summary>
    public Currency To => IsInverse ? Quote.From : Quote.To;

    /// <summary>What the amount is multiplied with.</summary>
    internal decimal Times => IsInverse ? Quote.Unit : Quote.Rate;

    /// <summary>What the amount is divided by.</summary>
    internal decimal Per => IsInverse ? Quote.Rate : Quote.Unit;
}

/// <summary>An amount in another currency, with the rates that made it: their dates, type and source stand in each step.</summary>
/// <param name="Money">Rounded once, to the minor unit of its currency.</param>
/// <param name="Steps">One rate, two when it went by way of a pivot, none when there was nothing to convert.</param>
public sealed record Converted(Money Money, IReadOnlyList<RateStep> Steps)
{
    /// <summary>False when the amount was in the wanted currency already.</summary>
    public bool IsConversion => Steps.Count > 0;

    /// <summary>True when two rates by way of a pivot were needed.</summary>
    public bool IsCross => Steps.Count > 1;

    /// <summary>So many whole units for one of the source currency; 1 when nothing was converted. For showing: the amount was not made with it.</summary>
    public decimal Rate => Steps.Aggregate(1m, (rate, step) => rate * step.Times / step.Per);

    /// <summary>The day of the rate, the older one of two; null when nothing was converted.</summary>
    public DateOnly? Date => IsConversion ? Steps.Min(step => step.Quote.Date) : null;

    /// <summary>The type of the rates; null when nothing was converted.</summary>
    public RateType? Type => IsConversion ? Steps[0].Quote.Type : null;
}
