using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>A rate as a form hands it over, typed as it was quoted.</summary>
public sealed record BookedRateInput
{
    public decimal? Rate { get; init; }

    /// <summary>1, 100 or 1000.</summary>
    public int Unit { get; init; } = 1;

    /// <summary>So many of the source for the unit of the target, as rupiah are quoted.</summary>
    public bool IsInverse { get; init; }

    public RateType? Type { get; init; }
    public DateOnly? On { get; init; }
    public string Source { get; init; } = "";

    /// <summary>A booked rate as its form shows it; blank where nothing was converted.</summary>
    public static BookedRateInput Of(BookedRate rate) => rate.Type is null
        ? new BookedRateInput()
        : new BookedRateInput { Rate = rate.Rate, Unit = rate.Unit, IsInverse = rate.IsInverse, Type = rate.Type, On = rate.On, Source = rate.Source };

    /// <summary>What is wrong with it; refusals name its fields below <paramref name="field"/>.</summary>
    /// <param name="from">What is converted.</param>
    /// <param name="to">Into what: of one currency no rate is asked for, and none is taken.</param>
    /// <param name="field">The input that holds it.</param>
    public IEnumerable<Refusal> Faults(Currency from, Currency to, string field)
    {
        if (from == to)
            return Rate is null or 1 ? [] : [new Refusal("rate-not-needed", $"{field}.{nameof(Rate)}", from.Code)];
        var faults = new List<Refusal>();
        if (Rate is not { } rate)
            faults.Add(new Refusal("required", $"{field}.{nameof(Rate)}"));
        else if (!QuotedRate.Units.Contains(Unit) || rate is < QuotedRate.LowestRate or > QuotedRate.HighestRate || decimal.Round(rate, BookedRate.Decimals) != rate)
            faults.Add(new Refusal("bad-rate", $"{field}.{nameof(Rate)}"));
        if (Type is not { } type || !Enum.IsDefined(type))
            faults.Add(new Refusal("required", $"{field}.{nameof(Type)}"));
        if (On is null)
            faults.Add(new Refusal("required", $"{field}.{nameof(On)}"));
        return faults.Concat(Fields.Date(On, $"{field}.{nameof(On)}")).Concat(Fields.Text(Source, $"{field}.{nameof(Source)}", max: 200));
    }

    /// <summary>A sound input as it is booked.</summary>
    public BookedRate ToRate(Currency from, Currency to) =>
        from == to ? BookedRate.Same : new BookedRate(Rate!.Value, Unit, Type, On, Source.Trim(), IsInverse);
}
