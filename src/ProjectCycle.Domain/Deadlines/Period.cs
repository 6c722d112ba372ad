using ProjectCycle.Domain.Language;
using static System.FormattableString;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>A part of the fiscal year, which in Indonesia is the calendar year. Words of templates; may not change.</summary>
public enum Period
{
    Quarter,
    HalfYear,
    Year,
}

/// <summary>Ends of periods.</summary>
public static class Periods
{
    /// <summary>Length in months.</summary>
    public static int Months(this Period period) => period switch
    {
        Period.Quarter => 3,
        Period.HalfYear => 6,
        Period.Year => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };

    /// <summary>What the period that ends on <paramref name="end"/> is called.</summary>
    public static LocalText Name(this Period period, DateOnly end)
    {
        var number = end.Month / period.Months();
        return period switch
        {
            Period.Quarter => new(Invariant($"Q{number} {end.Year}"), Invariant($"triwulan {Roman(number)} {end.Year}")),
            Period.HalfYear => new(Invariant($"H{number} {end.Year}"), Invariant($"semester {Roman(number)} {end.Year}")),
            _ => new(Invariant($"{end.Year}"), Invariant($"{end.Year}")),
        };
    }

    /// <summary>The last day of the period in which <paramref name="day"/> falls.</summary>
    public static DateOnly EndOf(this Period period, DateOnly day)
    {
        var first = (day.Month - 1) / period.Months() * period.Months();
        return new DateOnly(day.Year, 1, 1).AddMonths(first + period.Months()).AddDays(-1);
    }

    /// <summary>The last day of the period after the one that ends on <paramref name="end"/>.</summary>
    public static DateOnly EndAfter(this Period period, DateOnly end) => period.EndOf(end.AddDays(1));

    private static string Roman(int number) => number == 4 ? "IV" : new string('I', number);
}
