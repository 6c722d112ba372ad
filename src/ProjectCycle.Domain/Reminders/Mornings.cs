using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Reminders;

/// <summary>When reminders go out.</summary>
public static class Mornings
{
    /// <summary>In the unit's own zone.</summary>
    public static readonly TimeOnly At = new(6, 0);

    /// <summary>The business date of the last morning run that should have taken place in <paramref name="zone"/> by <paramref name="utc"/>.</summary>
    public static DateOnly Last(IndonesianZone zone, DateTime utc)
    {
        var local = zone.LocalTime(utc);
        var today = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) >= At ? today : today.AddDays(-1);
    }
}
