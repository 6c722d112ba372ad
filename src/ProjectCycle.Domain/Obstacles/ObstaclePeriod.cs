namespace ProjectCycle.Domain.Obstacles;

/// <summary>The days an obstacle cost: from the day it began up to, but without, the day it ended.</summary>
/// <param name="From">The first day lost.</param>
/// <param name="To">The first day not lost any more; not before <paramref name="From"/>.</param>
public readonly record struct ObstaclePeriod(DateOnly From, DateOnly To)
{
    /// <summary>Full days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>
    /// The days lost to an obstacle. One that lasts counts up to today; in a project that has left for good up to the day it left,
    /// since nothing waits for it any more.
    /// </summary>
    /// <param name="startedOn">The day it began.</param>
    /// <param name="endedOn">The day it ended, or null.</param>
    /// <param name="projectEndedOn">The day the project was closed or dropped; null for one that runs or is on hold.</param>
    /// <param name="today">Business date.</param>
    public static ObstaclePeriod Of(DateOnly startedOn, DateOnly? endedOn, DateOnly? projectEndedOn, DateOnly today)
    {
        var to = endedOn ?? projectEndedOn ?? today;
        return new(startedOn, to < startedOn ? startedOn : to);
    }

    /// <summary>The part of it that lies between two days, both of them counted; null leaves that side open.</summary>
    public ObstaclePeriod Within(DateOnly? first, DateOnly? last)
    {
        var from = first > From ? first.Value : From;
        var to = last < To ? last.Value.AddDays(1) : To;
        return to < from ? new(from, from) : new(from, to);
    }

    /// <summary>Days on which at least one of them lasted: a day that two obstacles cost was lost once.</summary>
    public static int Union(IEnumerable<ObstaclePeriod> periods)
    {
        var days = 0;
        DateOnly? reached = null;
        foreach (var period in periods.OrderBy(p => p.From))
        {
            var from = period.From < reached ? reached.Value : period.From;
            if (period.To <= from)
                continue;
            days += period.To.DayNumber - from.DayNumber;
            reached = period.To;
        }
        return days;
    }
}
