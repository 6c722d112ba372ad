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

    [Fact]
    public void CountOn_WhenNobodyChoseAnotherDate_MovesAlong()
    {
        var deadline = Sample();

        Assert.False(deadline.CountOn(deadline.DueOn));
        Assert.True(deadline.CountOn(new DateOnly(2026, 5, 1)));
        Assert.Equal((new DateOnly(2026, 5, 1), false), (deadline.DueOn, deadline.IsMovedByHand));
    }

    [Fact]
    public void CountOn_WhenSomebodyChoseAnotherDate_KeepsItAndRemembersTheRules()
    {
        var deadline = Sample();
        deadline.CountOn(deadline.DueOn);
        deadline.DueOn = new DateOnly(2026, 4, 20);

        Assert.False(deadline.CountOn(new DateOnly(2026, 5, 1)));
        Assert.Equal((new DateOnly(2026, 4, 20), new DateOnly(2026, 5, 1), true), (deadline.DueOn, deadline.CountedOn, deadline.IsMovedByHand));
    }

    [Fact]
    public void Reopen_WhenWaived_OpensItAgainButNotOneThatEndedWithItsProject()
    {
        var (waived, ended) = (Sample(), Sample());
        waived.Waive(DateTime.UnixEpoch, "Tidak diperlukan.");
        ended.Cancel(DateTime.UnixEpoch);
        waived.Reopen();
        ended.Reopen();

        Assert.Equal((true, null, false), (waived.IsOpen, waived.WaivedBecause, ended.IsOpen));
    }

    private static Deadline Sample() =>
        new() { ProjectId = Guid.NewGuid(), StageCode = "preparation", Title = LocalText.Empty, DueOn = new DateOnly(2026, 4, 1) };
}
