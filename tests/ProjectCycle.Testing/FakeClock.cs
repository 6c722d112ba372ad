namespace ProjectCycle.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(DateTime utc) : TimeProvider
{
    /// <summary>A Wednesday morning in Jambi (09:00 WIB, 02:00 UTC), and no holiday.</summary>
    public static readonly DateTime Start = new(2026, 3, 4, 2, 0, 0, DateTimeKind.Utc);

    private DateTime _utc = Checked(utc);

    public FakeClock()
        : this(Start)
    {
    }

    /// <summary>The moment it shows.</summary>
    public DateTime Utc
    {
        get => _utc;
        set => _utc = Checked(value);
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(_utc);

    public void Advance(TimeSpan by) => _utc += by;

    private static DateTime Checked(DateTime utc) =>
        utc.Kind == DateTimeKind.Utc ? utc : throw new ArgumentException("Instants are UTC.", nameof(utc));
}
