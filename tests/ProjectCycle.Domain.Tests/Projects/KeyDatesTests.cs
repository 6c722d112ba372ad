using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Tests.Projects;

public sealed class KeyDatesTests
{
    [Fact]
    public void Known_WhenAllAreKnown_HasADateForEveryCode()
    {
        var days = Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 3, day)).ToArray();

        var known = new KeyDates(days[0], days[1], days[2], days[3], days[4], days[5], days[6]).Known;

        Assert.Equal(days, ProjectFields.Dates.Select(code => known[code]));
    }

    [Fact]
    public void Known_WhenSomeAreBlank_LeavesThemOut()
    {
        Assert.Empty(KeyDates.Unknown.Known);
        Assert.Equal([ProjectFields.ClosingOn], (KeyDates.Unknown with { ClosingOn = new DateOnly(2026, 3, 4) }).Known.Keys);
    }
}
