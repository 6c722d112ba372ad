namespace ProjectCycle.Domain.Money;

/// <summary>
/// The rates in hand, and the only place where one currency becomes another. Of the wanted type the newest rate at or before the
/// cut-off date counts, quoted either way round; where the pair is not quoted, two rates by way of the type's pivot do.
/// </summary>
public sealed class RateBook
{
    /// <summary>A rate bridges so many days: weekends, Lebaran and the turn of the year among them [product], editable.</summary>
    public const int DefaultStaleDays = 10;

    /// <summary>What rates of a type are all quoted against.</summary>
    private static readonly Dictionary<RateType, Currency> Pivots = new()
    {
        [RateType.BiMiddle] = Currencies.All["IDR"],
        [RateType.BiBuy] = Currencies.All["IDR"],
        [RateType.EcbReference] = Currencies.All["EUR"],
    };

    private readonly Dictionary<(RateType Type, Currency From, Currency To), List<QuotedRate>> _rates;
    private readonly int _staleDays;

    /// <param name="rates">All sound; of two for the same pair, type and day the later one counts.</param>
    /// <param name="staleDays">A rate that is older by more days than this is refused; assumptions of the budget hold for their calendar year instead.</param>
    public RateBook(IEnumerable<QuotedRate> rates, int staleDays = DefaultStaleDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(staleDays);
        _rates = rates
            .GroupBy(rate => rate.IsSound ? (rate.Type, rate.From, rate.To) : throw new ArgumentException($"{rate} is no rate.", nameof(rates)))
            .ToDictionary(pair => pair.Key, pair => pair.OrderBy(rate => rate.Date).ToList());
        _staleDays = staleDays;
    }

    /// <summary>
    /// The amount in another currency, rounded half away from zero to its minor unit: one rounding, at the end, so that the result
    /// does not depend on the way and nobody is favoured twice. Refused with <c>rate-missing</c> or <c>rate-stale</c>, which name pair,
    /// type and cut-off date, or with <c>converted-too-large</c>.
    /// </summary>
    /// <param name="cutOff">Rates of later days are not looked at.</param>
    public Outcome<Converted> Convert(Money money, Currency to, DateOnly cutOff, RateType type)
    {
        if (money.Currency == to)
            return new Converted(money, []);
        var (steps, refusal) = Way(money.Currency, to, cutOff, type);
        if (refusal is not null)
            return refusal;
        return ExactMoney.Of(money, to, steps.Select(step => step.Times), steps.Select(step => step.Per)) is { } converted
            ? new Converted(converted, steps)
            : new Refusal("converted-too-large", null, money, to.Code);
    }

    /// <summary>The amount by the first of several types that has a rate; null where none has.</summary>
    /// <param name="cutOff">Rates of later days are not looked at.</param>
    /// <param name="types">The best first.</param>
    public Converted? Convert(Money money, Currency to, DateOnly cutOff, IEnumerable<RateType> types) =>
        types.Select(type => Convert(money, to, cutOff, type)).FirstOrDefault(converted => converted.Succeeded)?.Value;

    /// <summary>The pair itself where it has a fresh rate, else by way of the pivot.</summary>
    private (IReadOnlyList<RateStep> Steps, Refusal? Refusal) Way(Currency from, Currency to, DateOnly cutOff, RateType type)
    {
        var direct = Newest(from, to, cutOff, type);
        if (direct is not null && IsFresh(direct, cutOff))
            return ([direct], null);
        if (Pivots.TryGetValue(type, out var pivot)
            && Newest(from, pivot, cutOff, type) is { } first && IsFresh(first, cutOff)
            && Newest(pivot, to, cutOff, type) is { } second && IsFresh(second, cutOff))
            return ([first, second], null);
        var pair = $"{from.Code}/{to.Code}";
        return ([], direct is null ? new Refusal("rate-missing", null, pair, type, cutOff) : new Refusal("rate-stale", null, pair, type, cutOff, direct.Quote.Date));
    }

    /// <summary>The newest quote of the pair, either way round; of one day, the one quoted this way round.</summary>
    private RateStep? Newest(Currency from, Currency to, DateOnly cutOff, RateType type)
    {
        var (straight, inverse) = (Newest((type, from, to), cutOff), Newest((type, to, from), cutOff));
        return straight is not null && (inverse is null || straight.Date >= inverse.Date) ? new RateStep(straight, IsInverse: false)
            : inverse is not null ? new RateStep(inverse, IsInverse: true)
            : null;
    }

    private QuotedRate? Newest((RateType Type, Currency From, Currency To) pair, DateOnly cutOff)
    {
        if (!_rates.TryGetValue(pair, out var rates))
            return null;
        var (low, high) = (0, rates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rates[middle].Date <= cutOff ? (middle + 1, high) : (low, middle);
        }
        return low == 0 ? null : rates[low - 1];
    }

    private bool IsFresh(RateStep step, DateOnly cutOff) => step.Quote.Type == RateType.BudgetAssumption
        ? step.Quote.Date.Year == cutOff.Year
        : cutOff.DayNumber - step.Quote.Date.DayNumber <= _staleDays;
}
