namespace ProjectCycle.Domain.Money;

/// <summary>A stored rate; once used it is copied into the row it was used for, so that a later correction changes nothing booked.</summary>
public sealed class ExchangeRate : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>ISO 4217: what is priced.</summary>
    public required string FromCode { get; init; }

    /// <summary>ISO 4217: what it is priced in.</summary>
    public required string ToCode { get; init; }

    public required DateOnly On { get; init; }
    public required RateType Type { get; init; }

    /// <summary>So many of <see cref="ToCode"/> for <see cref="Unit"/> of <see cref="FromCode"/>.</summary>
    public decimal Rate { get; set; }

    public int Unit { get; set; } = 1;
    public string Source { get; set; } = "";
    public int Version { get; set; }

    /// <summary>The rate as it was quoted.</summary>
    public QuotedRate Quote => new(Currencies.All[FromCode], Currencies.All[ToCode], On, Rate, Unit, Type, Source);
}

/// <summary>The rate a row was booked with: never reckoned anew (domain.md 4.5).</summary>
/// <param name="Rate">So many of the target for <paramref name="Unit"/> of the source; 1 when both are one currency.</param>
/// <param name="Unit">1, 100 or 1000.</param>
/// <param name="Type">What kind of rate; null when nothing was converted.</param>
/// <param name="On">The day of the rate; null when nothing was converted.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="IsInverse">Quoted the other way round, as rupiah are: so many of the source for <paramref name="Unit"/> of the target.</param>
public sealed record BookedRate(decimal Rate, int Unit, RateType? Type, DateOnly? On, string Source, bool IsInverse = false)
{
    /// <summary>Decimals a rate is stored with.</summary>
    public const int Decimals = 10;

    /// <summary>Nothing had to be converted.</summary>
    public static BookedRate Same { get; } = new(1, 1, null, null, "");

    /// <summary>The rate at which somebody else made <paramref name="made"/> of <paramref name="given"/>, for showing: both amounts are theirs. The larger number is quoted, so that it has digits to show.</summary>
    /// <param name="given">Above zero.</param>
    /// <param name="made">Above zero.</param>
    /// <param name="type">What kind of rate.</param>
    /// <param name="on">The day it was used.</param>
    /// <param name="source">Where it was read.</param>
    public static BookedRate Between(Money given, Money made, RateType type, DateOnly on, string source)
    {
        if (given.Currency == made.Currency)
            return Same;
        var isInverse = made.Amount < given.Amount;
        var rate = isInverse ? given.Amount / made.Amount : made.Amount / given.Amount;
        return new BookedRate(decimal.Round(rate, Decimals, MidpointRounding.AwayFromZero), 1, type, on, source, isInverse);
    }

    /// <summary>The amount in another currency at this rate, rounded once, half away from zero; the same when it is of that currency already; null when it does not fit.</summary>
    public Money? Of(Money money, Currency to) =>
        money.Currency == to ? money : ExactMoney.Of(money, to, [IsInverse ? Unit : Rate], [IsInverse ? Rate : Unit]);
}
