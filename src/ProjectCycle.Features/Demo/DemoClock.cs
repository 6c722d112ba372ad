using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Features.Demo;

/// <summary>
/// The clock of the demo's past: the use cases that fill the demo read it, so that moves, uploads and audit bear the days on
/// which they are said to have happened.
/// </summary>
internal sealed class DemoClock(DateOnly today) : TimeProvider
{
    private DateTime _utc = OfficeOpens(today);

    /// <summary>The day on which the demo is filled.</summary>
    public DateOnly Today { get; } = today;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(_utc);

    /// <summary>Goes to the working day <paramref name="days"/> from today; a few minutes on when it is there already.</summary>
    public void GoTo(int days)
    {
        if (days >= 0)
            throw new ArgumentOutOfRangeException(nameof(days), days, "What happened in the demo happened before today.");
        var day = WorkingDay(Today.AddDays(days));
        _utc = DateOnly.FromDateTime(_utc) == day ? _utc.AddMinutes(4) : OfficeOpens(day);
    }

    /// <summary>Nobody in the demo works at the weekend.</summary>
    private static DateOnly WorkingDay(DateOnly day) => new WorkingCalendar(new HashSet<DateOnly>()).Apply(Roll.Previous, day);

    /// <summary>02:00 UTC: nine in Jambi, ten in Mataram, the same date in every zone.</summary>
    private static DateTime OfficeOpens(DateOnly day) => day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
}
