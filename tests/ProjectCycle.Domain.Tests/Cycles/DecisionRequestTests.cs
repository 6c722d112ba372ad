using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Tests.Cycles;

public sealed class DecisionRequestTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Answer_WhenOpen_ClosesIt()
    {
        var request = Request();
        var decision = Guid.NewGuid();

        request.Answer(decision);

        Assert.Equal((false, decision), (request.IsOpen, request.DecisionId));
    }

    [Fact]
    public void Settle_WhenSettledAlready_Throws()
    {
        var request = Request();
        request.Withdraw(Now);

        Assert.Throws<InvalidOperationException>(() => request.Answer(Guid.NewGuid()));
        Assert.Throws<InvalidOperationException>(() => request.Withdraw(Now));
    }

    [Theory]
    [InlineData("2026-03-04", 0)]
    [InlineData("2026-03-14", 10)]
    [InlineData("2026-03-03", 0)]
    public void DaysWaiting_Counted_IsNeverBelowZero(string today, int days) =>
        Assert.Equal(days, DecisionRequest.DaysWaiting(new DateOnly(2026, 3, 4), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Condition_MetAndReopened_IsOpenAgainWithoutATrace()
    {
        var condition = new DecisionCondition { ProjectId = Guid.NewGuid(), DecisionId = Guid.NewGuid(), Text = "Syarat", Number = 1 };

        condition.Meet(new DateOnly(2026, 3, 5), Guid.NewGuid(), "Surat 7/2026");
        Assert.False(condition.IsOpen);
        condition.Reopen();

        Assert.Equal((true, null, ""), (condition.IsOpen, condition.DoneById, condition.Note));
    }

    private static DecisionRequest Request() =>
        new() { ProjectId = Guid.NewGuid(), AuthorityCode = "dprd", AskedById = Guid.NewGuid(), AskedAt = Now, AskedOn = new DateOnly(2026, 3, 4) };
}
