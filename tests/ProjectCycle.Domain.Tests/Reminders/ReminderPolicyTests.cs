using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Domain.Tests.Reminders;

public sealed class ReminderPolicyTests
{
    private static readonly Guid Unit = Guid.NewGuid();
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();
    private static readonly Guid Head = Guid.NewGuid();

    [Fact]
    public void Default_ForTheDeadlinesOwnSteps_TellsTheResponsibleAndOnceOverdueTheManagers()
    {
        var told = Told(ReminderPolicy.Default, "30,7,0,-1,-7");

        Assert.Equal([-7, -1, 0, 7, 30], told[Owner].Steps);
        Assert.Equal([-7, -1], told[Manager].Steps);
        Assert.False(told.ContainsKey(Head));
        Assert.Equal(ReminderRole.Manager, told[Manager].RoleAt(-1));
        Assert.False(ReminderPolicy.Default.IsUrgent(-400));
        Assert.False(ReminderPolicy.Default.Waits(3, isWorkingDay: false));
    }

    [Theory]
    [InlineData(OverdueRepeat.None, "")]
    [InlineData(OverdueRepeat.Daily, "-4,-3,-2,-1")]
    [InlineData(OverdueRepeat.EveryThreeDays, "-4,-1")]
    [InlineData(OverdueRepeat.Weekly, "-1")]
    public void Steps_WhenOverdue_RepeatAsThePolicySays(OverdueRepeat repeat, string overdue)
    {
        var steps = new ReminderPolicy { Offsets = "7,0", Repeat = repeat }.Steps([30, -2], after: null);

        Assert.Equal(Deadline.ReadOffsets(overdue), steps.Where(step => step is < 0 and > -5));
        Assert.Equal([0, 7], steps.Where(step => step >= 0));
        Assert.All(steps, step => Assert.InRange(step, -ReminderPolicy.LongestOverdue, 7));
    }

    [Fact]
    public void Steps_OfAnEscalation_BeginOnItsOwnDayAndGoOnWithTheOthers() =>
        Assert.Equal([-15, -8, -5], new ReminderPolicy { Offsets = "0", Repeat = OverdueRepeat.Weekly }.Steps([], after: 5).Where(step => step > -20));

    [Fact]
    public void Ladder_OfAPolicyWithEscalation_ClimbsFromOwnerToManagersToHead()
    {
        var told = Told(new ReminderPolicy { Offsets = "7,0", Audience = "Owner", ManagersAfter = 3, HeadAfter = 10 }, own: "1");

        Assert.Equal([0, 7], told[Owner].Steps);
        Assert.Equal([-3], told[Manager].Steps);
        Assert.Equal([-10], told[Head].Steps);
    }

    [Fact]
    public void Ladder_WhenNobodyOfTheAudienceIsThere_TellsTheManagersFromTheStart() =>
        Assert.Equal([0, 7], Told(new ReminderPolicy { Offsets = "7,0", ManagersAfter = null }, own: "1", isThere: false)[Manager].Steps);

    [Fact]
    public void Ladder_ForOnePersonInTwoRoles_TellsThemOnceOfTheStepsOfBoth()
    {
        var policy = new ReminderPolicy { Offsets = "7,0", Audience = "Owner", ManagersAfter = 3 };
        var told = Assert.Single(new ReminderLadder().Of(policy, "", role => role is ReminderRole.Owner or ReminderRole.Manager ? [Owner] : [], _ => true));

        Assert.Equal([-3, 0, 7], told.Steps);
        Assert.Equal(ReminderRole.Owner, told.RoleAt(7));
    }

    [Theory]
    [InlineData(2, true, false, true)]
    [InlineData(1, true, false, false)]
    [InlineData(-4, true, false, false)]
    [InlineData(2, true, true, false)]
    [InlineData(2, false, false, false)]
    public void Waits_OnADay_OnlyForWhatIsNotUrgentOnDaysOff(int daysLeft, bool skipsDaysOff, bool isWorkingDay, bool waits) =>
        Assert.Equal(waits, new ReminderPolicy { SkipsDaysOff = skipsDaysOff, UrgentDays = 1 }.Waits(daysLeft, isWorkingDay));

    [Fact]
    public void For_ADeadline_IsTheMostSpecificPolicyDownToTheDefault()
    {
        var (all, kind, template, unit, unitKind, unitTemplate, exact) = (
            new ReminderPolicy(), new ReminderPolicy { Kind = "report" }, new ReminderPolicy { TemplateId = "kfw" }, new ReminderPolicy { UnitId = Unit },
            new ReminderPolicy { UnitId = Unit, Kind = "report" }, new ReminderPolicy { UnitId = Unit, TemplateId = "kfw" },
            new ReminderPolicy { UnitId = Unit, TemplateId = "kfw", Kind = "report" });
        ReminderPolicy[] inOrder = [exact, unitTemplate, unitKind, unit, template, kind, all];

        for (var missing = 0; missing < inOrder.Length; missing++)
            Assert.Same(inOrder[missing], new ReminderPolicies(inOrder.Skip(missing)).For(Unit, "kfw", "report"));
        Assert.Same(ReminderPolicy.Default, new ReminderPolicies([exact, unit]).For(Guid.NewGuid(), "kfw", "report"));
    }

    [Fact]
    public void Kind_OfADeadline_IsItsPartOrRuleOrByHand()
    {
        Assert.Equal("actions", DeadlineKinds.Of("actions", null));
        Assert.Equal("progress-report", DeadlineKinds.Of(null, "progress-report"));
        Assert.Equal(DeadlineKinds.ByHand, DeadlineKinds.Of(null, null));
    }

    [Theory]
    [InlineData("left", MailState.Owed, MailState.Suppressed)]
    [InlineData(null, MailState.Sending, MailState.Sending)]
    [InlineData(null, MailState.Failed, MailState.Failed)]
    [InlineData(null, null, MailState.Sent)]
    public void State_OfALine_FollowsItsReasonAndItsMail(string? suppressed, MailState? mail, MailState state) =>
        Assert.Equal(state, Line(suppressed).StateWith(mail));

    private static ReminderDelivery Line(string? suppressed) => new()
    {
        DeadlineId = Guid.Empty,
        DueOn = default,
        Offset = 0,
        RecipientId = Guid.Empty,
        OwedOn = default,
        PlannedOn = default,
        Suppressed = suppressed,
    };

    private static Dictionary<Guid, Addressee> Told(ReminderPolicy policy, string own, bool isThere = true) =>
        new ReminderLadder().Of(policy, own, Holders, _ => isThere).ToDictionary(person => person.PersonId);

    private static IEnumerable<Guid> Holders(ReminderRole role) => role switch
    {
        ReminderRole.Responsible or ReminderRole.Owner => [Owner],
        ReminderRole.Manager => [Manager],
        ReminderRole.Head => [Head],
        _ => [],
    };
}
