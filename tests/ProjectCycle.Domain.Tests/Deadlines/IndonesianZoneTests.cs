using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Tests.Deadlines;

public sealed class IndonesianZoneTests
{
    [Theory]
    [InlineData(IndonesianZone.Wib, "2026-03-04T16:59:59Z", "2026-03-04")]
    [InlineData(IndonesianZone.Wib, "2026-03-04T17:00:00Z", "2026-03-05")]
    [InlineData(IndonesianZone.Wita, "2026-03-04T15:59:59Z", "2026-03-04")]
    [InlineData(IndonesianZone.Wita, "2026-03-04T16:00:00Z", "2026-03-05")]
    [InlineData(IndonesianZone.Wit, "2026-03-04T14:59:59Z", "2026-03-04")]
    [InlineData(IndonesianZone.Wit, "2026-03-04T15:00:00Z", "2026-03-05")]
    [InlineData(IndonesianZone.Wit, "2026-12-31T15:00:00Z", "2027-01-01")]
    public void Today_WhenMidnightPassesInTheZone_IsTheNextDay(IndonesianZone zone, string utc, string today) =>
        Assert.Equal(Date(today), zone.Today(new StoppedClock(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(IndonesianZone.Wib)]
    [InlineData(IndonesianZone.Wita)]
    [InlineData(IndonesianZone.Wit)]
    public void LocalTime_WhenComparedWithTheTimeZoneDatabase_Agrees(IndonesianZone zone)
    {
        var utc = new DateTime(2026, 7, 1, 3, 4, 5, DateTimeKind.Utc);

        Assert.Equal(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone.IanaId())), zone.LocalTime(utc));
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
