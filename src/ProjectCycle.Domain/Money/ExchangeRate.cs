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
public sealed record BookedRate(decimal Rate, int Unit, RateType? Type, DateOnly? On, string Source)
{
    /// <summary>Nothing had to be converted.</summary>
    public static BookedRate Same { get; } = new(1, 1, null, null, "");
}
