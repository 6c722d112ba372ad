using ProjectCycle.Domain.Actors;

namespace ProjectCycle.Domain.Tests.Actors;

public sealed class TeamPulseTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(null, null, false)] // nobody has set it up
    [InlineData("2015-07-01", null, true)]
    [InlineData("2026-08-01", null, false)] // young
    [InlineData("2015-07-01", "2026-05-22", false)] // six months to the day
    [InlineData("2015-07-01", "2026-05-21", true)]
    [InlineData(null, "2026-01-01", true)]
    public void IsDormant_CountsFromTheLatestTaskElseTheDecree(string? formed, string? done, bool isDormant)
    {
        var pulse = new TeamPulse(Day(formed), Day(done), 1);

        Assert.Equal(isDormant, pulse.IsDormant(Today));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
