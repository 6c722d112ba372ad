namespace ProjectCycle.Domain.Monitoring;

/// <summary>A quarter of a fiscal year.</summary>
/// <param name="Year">The calendar year in which the fiscal year begins.</param>
/// <param name="Number">1 to 4, TW1 to TW4.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record FiscalQuarter(int Year, int Number, DateOnly From, DateOnly Until);

/// <summary>The quarter map of a report (domain.md 3.1): quarters count from a month that is a setting.</summary>
/// <param name="FirstMonth">1 to 12: <see cref="MonitoringRules.FiscalYearFrom"/>.</param>
public sealed record FiscalYear(int FirstMonth)
{
    /// <summary>The first day of the fiscal year a day lies in.</summary>
    public DateOnly BeginOf(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(-MonthsBefore(day));

    /// <summary>The quarter a day lies in.</summary>
    public FiscalQuarter QuarterOf(DateOnly day)
    {
        var begin = BeginOf(day);
        var number = MonthsBefore(day) / 3;
        var from = begin.AddMonths(3 * number);
        return new FiscalQuarter(begin.Year, number + 1, from, from.AddMonths(3).AddDays(-1));
    }

    private int MonthsBefore(DateOnly day) => (day.Month - FirstMonth + 12) % 12;
}
