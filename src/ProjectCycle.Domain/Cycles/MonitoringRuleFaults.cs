using System.Globalization;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Cycles;

/// <summary>What is wrong with the cut-offs of a template.</summary>
internal static class MonitoringRuleFaults
{
    /// <summary>The better class begins above the worse one.</summary>
    private static readonly (string Better, string Worse)[] Orders =
    [
        ("varianceOnTrack", "varianceBehind"),
        ("ratioOnTrack", "ratioBehind"),
        ("indicatorOnTrack", "indicatorForAttention"),
        ("overallOnTrack", "overallForAttention"),
    ];

    /// <summary>Everything wrong with them, in the units of the file.</summary>
    public static IEnumerable<TemplateRuleFault> Of(MonitoringRules rules)
    {
        var settings = rules.Settings().ToDictionary(setting => setting.Key);
        foreach (var setting in settings.Values.Where(setting => setting.Value < setting.Least || setting.Value > setting.Most))
            yield return new("out-of-range", $"monitoring.{setting.Key}", Shown(setting.Value), Shown(setting.Least), Shown(setting.Most));
        foreach (var (better, worse) in Orders.Where(order => settings[order.Better].Value <= settings[order.Worse].Value))
            yield return new("cut-off-order", $"monitoring.{worse}", worse, Shown(settings[worse].Value), better, Shown(settings[better].Value));
        if (rules is { ScheduleBy: ScheduleMethod.Ratio, RatioBehind: null })
            yield return new("no-ratio-cut-off", "monitoring.scheduleBy");
    }

    private static string Shown(decimal? number) => number!.Value.ToString("0.####", CultureInfo.InvariantCulture);
}
