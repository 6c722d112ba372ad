namespace ProjectCycle.Domain.Deadlines;

/// <summary>Indonesia's three time zones. None has daylight saving.</summary>
public enum IndonesianZone
{
    /// <summary>Western, UTC+7 (Asia/Jakarta).</summary>
    Wib,

    /// <summary>Central, UTC+8 (Asia/Makassar).</summary>
    Wita,

    /// <summary>Eastern, UTC+9 (Asia/Jayapura).</summary>
    Wit,
}

/// <summary>Business dates and IANA names of the zones.</summary>
public static class IndonesianZones
{
    /// <summary>IANA id of <paramref name="zone"/>.</summary>
    public static string IanaId(this IndonesianZone zone) => zone switch
    {
        IndonesianZone.Wib => "Asia/Jakarta",
        IndonesianZone.Wita => "Asia/Makassar",
        IndonesianZone.Wit => "Asia/Jayapura",
        _ => throw new ArgumentOutOfRangeException(nameof(zone)),
    };

    /// <summary>Local wall time of the instant <paramref name="utc"/>.</summary>
    public static DateTime LocalTime(this IndonesianZone zone, DateTime utc) =>
        utc.AddHours(7 + (int)zone);

    /// <summary>The date in <paramref name="zone"/> at this moment of <paramref name="clock"/>.</summary>
    public static DateOnly Today(this IndonesianZone zone, TimeProvider clock) =>
        DateOnly.FromDateTime(zone.LocalTime(clock.GetUtcNow().UtcDateTime));
}
