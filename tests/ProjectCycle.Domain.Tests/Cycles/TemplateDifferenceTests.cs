using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Work;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Domain.Tests.Cycles;

public sealed class TemplateDifferenceTests
{
    private static readonly CycleTemplate First = SmallCycle.Template;

    [Fact]
    public void Between_WhenOnlyTheNumberDiffers_IsEmptyAndTheSame()
    {
        var second = First with { Version = 2, States = [.. First.States], Moves = [.. First.Moves] };

        Assert.Empty(TemplateDifference.Between(First, second));
        Assert.True(TemplateDifference.IsSame(First, second));
    }

    [Fact]
    public void Between_WhenAStageChanges_TellsEachSideOfIt()
    {
        var second = WithState("work", s => s with { Name = SmallCycle.Text("Works"), ExpectedDays = 30, Steps = [new CycleStep("dig", SmallCycle.Text("Dig"))] });

        Assert.Equal(
            [(DifferenceAspect.Name, DifferenceKind.Changed), (DifferenceAspect.ExpectedDays, DifferenceKind.Changed), (DifferenceAspect.Steps, DifferenceKind.Changed)],
            TemplateDifference.Between(First, second).Select(l => (l.Aspect!.Value, l.Kind)));
        Assert.All(TemplateDifference.Between(First, second), l => Assert.Equal((TemplateSection.Stages, "work"), (l.Section, l.Code)));
        Assert.Equal((null, 30), Of(second, DifferenceAspect.ExpectedDays));
        Assert.False(TemplateDifference.IsSame(First, second));
    }

    [Fact]
    public void Between_WhenAStageIsAddedOrRemoved_SaysSoOnceAndWithTheMovesOfIt()
    {
        var second = First with { States = [.. First.States.Where(s => s.Code != "review")], Moves = [.. First.Moves.Where(m => m.From != "review" && !m.To.Contains("review"))] };

        var there = TemplateDifference.Between(First, second);
        var back = TemplateDifference.Between(second, First);

        Assert.Equal("review", Assert.Single(there, l => l.Section == TemplateSection.Stages).Code);
        Assert.All(there, l => Assert.Equal(DifferenceKind.Removed, l.Kind));
        Assert.All(back, l => Assert.Equal(DifferenceKind.Added, l.Kind));
        Assert.Equal(there.Count, back.Count);
        Assert.Equal(4, there.Count(l => l.Section == TemplateSection.Moves)); // advance to it, close and two returns from it
        Assert.Equal(3, there.Count(l => l.Section == TemplateSection.Gates));
    }

    [Fact]
    public void Between_WhenStagesChangePlaces_TellsTheNewOrder()
    {
        var states = First.States.ToList();
        var (work, review) = (states.FindIndex(s => s.Code == "work"), states.FindIndex(s => s.Code == "review"));
        (states[work], states[review]) = (states[review], states[work]);

        var line = Assert.Single(TemplateDifference.Between(First, First with { States = states }));

        Assert.Equal(DifferenceAspect.Order, line.Aspect);
    }

    [Fact]
    public void Between_WhenAGateChanges_NamesTheConditionAndTheMove()
    {
        var second = WithMove(m => m is { Kind: MoveKind.Advance, From: "idea" }, m => m with
        {
            Gate = [m.Gate[0] with { SuppliedBy = [Role.Finance] }, SmallCycle.Condition("has-board", ConditionKind.Decision, "board")],
        });

        var lines = TemplateDifference.Between(First, second);

        Assert.Equal(
            [("has-note", DifferenceKind.Changed), ("has-board", DifferenceKind.Added), ("has-owner", DifferenceKind.Removed)],
            lines.Select(l => (l.Code, l.Kind)));
        Assert.All(lines, l => Assert.Equal((TemplateSection.Gates, MoveKind.Advance), (l.Section, l.Place!.Move)));
        Assert.Equal([Role.Finance], (IEnumerable<Role>)lines[0].After!);
    }

    [Fact]
    public void Between_WhenAConditionAsksForAnotherThing_NamesBoth()
    {
        var second = WithMove(m => m is { Kind: MoveKind.Advance, From: "idea" }, m => m with
        {
            Gate = [m.Gate[0] with { Kind = ConditionKind.Checklist, Subject = "tidy" }, m.Gate[1]],
        });

        var line = Assert.Single(TemplateDifference.Between(First, second));

        Assert.Equal(DifferenceAspect.AsksFor, line.Aspect);
        Assert.Equal((new AskedFor(ConditionKind.Document, SmallCycle.Text("Note")), new AskedFor(ConditionKind.Checklist, SmallCycle.Text("All is tidy"))), (line.Before, line.After));
    }

    [Fact]
    public void Between_WhenADeadlineChanges_TellsLengthAndReminders()
    {
        var rule = new DeadlineRule { Code = "answer", Name = SmallCycle.Text("Answer"), Terms = [new DateTerm { Days = 30 }] };
        var before = WithState("work", s => s with { Deadlines = [rule] });
        var after = WithState("work", s => s with { Deadlines = [rule with { Terms = [new DateTerm { Months = 2 }], Reminders = [7, 0] }] });

        var lines = TemplateDifference.Between(before, after);

        Assert.Equal([DifferenceAspect.DueAfter, DifferenceAspect.Reminders], lines.Select(l => l.Aspect!.Value));
        Assert.Equal((30, 2), (((DueAfter)lines[0].Before!).Rule.Terms[0].Days, ((DueAfter)lines[0].After!).Rule.Terms[0].Months));
        Assert.Equal(DifferenceKind.Added, Assert.Single(TemplateDifference.Between(First, before)).Kind);
    }

    [Fact]
    public void Between_WhenPapersItemsAndBodiesChange_TellsThemBySection()
    {
        var second = First with
        {
            Name = SmallCycle.Text("Smaller"),
            DocumentKinds = [new DocumentKind("note", SmallCycle.Text("Notice"), [])],
            Checklist = [.. First.Checklist, new ChecklistItem("clean", SmallCycle.Text("All is clean"), [Role.Staff])],
            Authorities = [First.Authorities[0] with { RecordedBy = [Role.Reviewer, Role.Manager] }],
        };

        var sections = TemplateDifference.Between(First, second).Select(l => (l.Section, l.Kind, l.Aspect));

        Assert.Equal(
            [
                (TemplateSection.General, DifferenceKind.Changed, DifferenceAspect.Name),
                (TemplateSection.Documents, DifferenceKind.Changed, DifferenceAspect.Name),
                (TemplateSection.Checklist, DifferenceKind.Added, null),
                (TemplateSection.Authorities, DifferenceKind.Changed, DifferenceAspect.RecordedBy),
            ],
            sections);
    }

    [Fact]
    public void Between_WhenAPaperNeedsOtherWorkOrAGradeMeansAnother_TellsIt()
    {
        var graded = First with { RatingScale = [new RatingGrade("good", SmallCycle.Text("Good"), RatingMeaning.Successful), new RatingGrade("fair", SmallCycle.Text("Fair"), RatingMeaning.Successful)] };
        var bound = First.DocumentKinds[0];
        var second = graded with
        {
            DocumentKinds = [bound with { Needs = [WorkParts.NeedMap] }, .. First.DocumentKinds.Skip(1)],
            RatingScale = [graded.RatingScale[0], graded.RatingScale[1] with { Means = RatingMeaning.Unsuccessful }],
        };

        var lines = TemplateDifference.Between(graded, second);

        Assert.Equal(
            [(TemplateSection.Documents, bound.Code, DifferenceAspect.Needs), (TemplateSection.RatingScale, "fair", DifferenceAspect.Means)],
            lines.Select(l => (l.Section, l.Code, l.Aspect!.Value)));
        Assert.Equal([WorkParts.NeedMap], Assert.IsAssignableFrom<IEnumerable<WorkPart>>(lines[0].After).Select(part => part.Code));
        Assert.Equal((RatingMeaning.Successful, RatingMeaning.Unsuccessful), (lines[1].Before, lines[1].After));
        Assert.Equal(DifferenceKind.Added, TemplateDifference.Between(First, graded)[0].Kind);
    }

    [Fact]
    public void Between_WhenCutOffsOfTheMonitoringChange_TellsThemAsTheFileHasThem()
    {
        var second = First with { Monitoring = new MonitoringRules { ScheduleBy = ScheduleMethod.Ratio, RatioBehind = 0.5m, VarianceBehind = -0.2m } };

        Assert.Equal(
            [("scheduleBy", ScheduleMethod.Variance, ScheduleMethod.Ratio), ("varianceBehind", -30m, -20m), ("ratioBehind", null, 50m)],
            TemplateDifference.Between(First, second).Select(l => (l.Code, l.Before, l.After)));
        Assert.All(TemplateDifference.Between(First, second), l => Assert.Equal((TemplateSection.Monitoring, DifferenceAspect.Value), (l.Section, l.Aspect!.Value)));
        Assert.False(TemplateDifference.IsSame(First, second));
    }

    [Fact]
    public void Between_WhenAMoveLeadsElsewhere_TellsBothEnds()
    {
        var second = WithMove(m => m is { Kind: MoveKind.Advance, From: "idea" }, m => m with { To = ["review"] });

        var line = Assert.Single(TemplateDifference.Between(First, second));

        Assert.Equal((TemplateSection.Moves, DifferenceAspect.Destination), (line.Section, line.Aspect!.Value));
        Assert.Equal((First.State("work").Name, First.State("review").Name), ((LocalText)line.Before!, (LocalText)line.After!));
    }

    [Fact]
    public void Between_WhenOnlyOneLanguageChanges_TellsIt()
    {
        var second = First with { Name = First.Name with { Id = "Kecil" } };

        Assert.Equal(DifferenceAspect.Name, Assert.Single(TemplateDifference.Between(First, second)).Aspect);
    }

    private static (object?, object?) Of(CycleTemplate second, DifferenceAspect aspect)
    {
        var line = TemplateDifference.Between(First, second).Single(l => l.Aspect == aspect);
        return (line.Before, line.After);
    }

    private static CycleTemplate WithState(string code, Func<CycleState, CycleState> change) =>
        First with { Version = 2, States = [.. First.States.Select(s => s.Code == code ? change(s) : s)] };

    private static CycleTemplate WithMove(Func<CycleMove, bool> which, Func<CycleMove, CycleMove> change) =>
        First with { Version = 2, Moves = [.. First.Moves.Select(m => which(m) ? change(m) : m)] };
}
