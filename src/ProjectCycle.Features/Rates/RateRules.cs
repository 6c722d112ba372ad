using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Rates;

/// <summary>How rates are used, as the operator sets it.</summary>
public sealed record RateRules
{
    /// <summary>A rate that is older by more days than this is refused.</summary>
    public int StaleDays { get; init; } = RateBook.DefaultStaleDays;

    /// <summary>Itself, or an exception that names the setting that makes no sense.</summary>
    public RateRules Checked() => StaleDays < 0 ? throw new InvalidOperationException($"{nameof(StaleDays)} of the rates must be 0 or more.") : this;
}
