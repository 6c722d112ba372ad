using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Money;

/// <summary>How well an advance is used (domain.md 4.6).</summary>
public static class AdvanceUse
{
    /// <summary>Liquidated in the last twelve months over the average outstanding advance, both in minor units of the account's currency; null without one. The denominator is a choice [K]; ADB's target is 2.0 [S:adb-ldh].</summary>
    public static decimal? Turnover(long liquidatedInTwelveMonths, long averageOutstanding) => Ratio.Of(liquidatedInTwelveMonths, averageOutstanding);

    /// <summary>True when an advance, or what is left of it, is older than <see cref="MonitoringRules.AdvanceMonths"/>; months end with the month.</summary>
    public static bool IsAged(DateOnly advancedOn, DateOnly today, MonitoringRules rules) => advancedOn.AddMonths(rules.AdvanceMonths) < today;

    /// <summary>
    /// What is left of each amount that was advanced, the oldest first: what was accounted for is taken from the oldest. Minor units.
    /// </summary>
    /// <param name="advanced">By the day it came.</param>
    /// <param name="accountedFor">Documented to the donor or given back, at least zero.</param>
    public static IReadOnlyList<(DateOnly On, long Left)> Ageing(IEnumerable<(DateOnly On, long Amount)> advanced, long accountedFor)
    {
        var left = new List<(DateOnly On, long Left)>();
        foreach (var (on, amount) in advanced.OrderBy(advance => advance.On))
        {
            var taken = Math.Min(amount, accountedFor);
            accountedFor -= taken;
            if (amount > taken)
                left.Add((on, amount - taken));
        }
        return left;
    }
}
