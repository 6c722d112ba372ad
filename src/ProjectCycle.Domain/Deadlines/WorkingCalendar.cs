namespace ProjectCycle.Domain.Deadlines;

/// <summary>What to do with a date that falls on a day off.</summary>
public enum Roll
{
    None,
    Next,
    Previous,
}

/// <summary>Which days a unit works: not Saturday, not Sunday, not one of the days off.</summary>
/// <param name="daysOff">Public holidays, collective leave and the unit's own days.</param>
public sealed class WorkingCalendar(IReadOnlySet<DateOnly> daysOff)
{
    /// <summary>True when the unit works on <paramref name="day"/>.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !daysOff.Contains(day);

    /// <summary>The working day so many working days after <paramref name="day"/>, before it when <paramref name="count"/> is negative; zero is the day itself.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary><paramref name="day"/> itself when it is a working day, else the nearest one in the direction of <paramref name="roll"/>.</summary>
    public DateOnly Apply(Roll roll, DateOnly day)
    {
        if (roll == Roll.None)
            return day;
        var step = roll == Roll.Next ? 1 : -1;
        while (!IsWorkingDay(day))
            day = day.AddDays(step);
        return day;
    }
}
