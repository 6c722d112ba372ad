using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Money;

/// <summary>How well an advance is used (domain.md 4.6).</summary>
public static class AdvanceUse
{
    /// <summary>Liquidated in the last twelve months over the average outstanding advance, both in minor units of the account's currency; null without one. The denominator is a choice [K]; ADB's target is 2.0 [S:adb-ldh].</summary>
    public static decimal? Turnover(long liquidatedInTwelveMonths, long averageOutstanding) => Ratio.Of(liquidatedInTwelveMonths, averageOutstanding);

    /// <summary>True when an advance, or what is left of it, is older than <see cref="MonitoringRules.AdvanceMonths"/>; months end with the month.</summary>
    public static bool IsAged(DateOnly advancedOn, DateOnly today, MonitoringRules rules) => advancedOn.AddMonths(rules.AdvanceMonths) < today;
}
