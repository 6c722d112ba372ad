using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Tests.Deadlines;

public sealed class DeadlineTests
{
    [Fact]
    public void IsOpen_WhenDoneOrCancelled_IsFalse()
    {
        var deadline = Sample();
        Assert.True(deadline.IsOpen);

        deadline.MarkDone(new DateOnly(2026, 3, 4), "sent");
        Assert.False(deadline.IsOpen);

        deadline.Reopen();
        Assert.True(deadline.IsOpen);

        deadline.Cancel(new DateTime(2026, 3, 4, 2, 0, 0, DateTimeKind.Utc));
        Assert.False(deadline.IsOpen);
    }

    [Fact]
    public void OffsetDays_WhenNobodyChoseOthers_AreTheDefaults() =>
        Assert.Equal([30, 14, 7, 1, 0, -1, -7, -14, -30], Sample().OffsetDays);

    [Theory]
    [InlineData("")]
    [InlineData("3", 3)]
    [InlineData("7,0,-2", 7, 0, -2)]
    public void OffsetDays_WhenChosen_AreReadInOrder(string offsets, params int[] days)
    {
        var deadline = Sample();
        deadline.Offsets = offsets;

        Assert.Equal(days, deadline.OffsetDays);
    }

    [Theory]
    [InlineData(null, 1, "2026-01-31", Roll.None, "2026-02-28")]
    [InlineData(null, 6, "2026-01-31", Roll.Next, "2026-07-31")]
    [InlineData(10, null, "2026-03-04", Roll.None, "2026-03-14")]
    [InlineData(10, null, "2026-03-04", Roll.Next, "2026-03-16")]
    [InlineData(10, null, "2026-03-04", Roll.Previous, "2026-03-13")]
    [InlineData(null, null, "2026-03-04", Roll.None, "2026-03-04")]
    public void DueOn_WhenCountedFromEntry_ClipsMonthsAndRolls(int? days, int? months, string entered, Roll roll, string due)
    {
        var rule = new Domain.Cycles.DeadlineRule { Code = "r", Name = LocalText.Empty, Days = days, Months = months, Roll = roll };

        Assert.Equal(Date(due), rule.DueOn(Date(entered), new WorkingCalendar(new HashSet<DateOnly>())));
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Deadline Sample() =>
        new() { ProjectId = Guid.NewGuid(), StageCode = "preparation", Title = LocalText.Empty, DueOn = new DateOnly(2026, 4, 1) };
}
