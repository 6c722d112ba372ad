using ProjectCycle.Domain.Cycles;
using static ProjectCycle.Domain.Tests.Cycles.SmallCycle;

namespace ProjectCycle.Domain.Tests.Cycles;

public sealed class CycleMachineTests
{
    [Fact]
    public void Fire_WhenGateIsOpen_EntersTheStageOnThatDay()
    {
        var project = NewProject();
        var made = Machine(project).Fire(Advance, Today).Value;
        Assert.Equal(("work", Today, null), (project.State, project.StateSince, project.ResumeTo));
        Assert.Equal((MoveKind.Advance, "idea", "work", Today), (made.Kind, made.From, made.To, made.On));
        Assert.Equal("""[{"code":"has-note","met":true},{"code":"has-owner","met":true}]""", made.Check.ToJson());
    }

    [Fact]
    public void Fire_WhenConditionsAreUnmet_NamesEachAndChangesNothing()
    {
        var project = NewProject();
        var outcome = Machine(project, NoFacts).Fire(Advance, Today);
        Assert.Equal(["gate-unmet", "gate-unmet"], outcome.Refusals.Select(r => r.Code));
        Assert.Equal([["has-note", Text("has-note")], ["has-owner", Text("has-owner")]], outcome.Refusals.Select(r => r.Args));
        Assert.Equal(("idea", Today.AddDays(-10)), (project.State, project.StateSince));
    }

    [Fact]
    public void Fire_WhenStateHasNoSuchMove_SaysSoAndChangesNothing()
    {
        var project = NewProject();
        var refusal = Assert.Single(Machine(project).Fire(Resume, Today).Refusals);
        Assert.Equal("move-not-available", refusal.Code);
        Assert.Equal(["resume", "idea"], refusal.Args);
        Assert.Equal("idea", project.State);
    }

    [Fact]
    public void Fire_WhenReturnNamesNoDestination_IsNotAvailable()
    {
        var project = NewProject("review");
        Assert.Equal("move-not-available", Machine(project).Fire(new Trigger(MoveKind.Return), Today).Refusals[0].Code);
    }

    [Theory]
    [InlineData("idea")]
    [InlineData("work")]
    public void Fire_WhenReturning_GoesToTheStageNamed(string stage)
    {
        var project = NewProject("review");
        Walk(project, ReturnTo(stage));
        Assert.Equal(stage, project.State);
    }

    [Fact]
    public void Check_WhenReturningForward_IsNotAvailable() =>
        Assert.False(Machine(NewProject("work")).Check(ReturnTo("review")).IsAvailable);

    [Theory]
    [InlineData("idea")]
    [InlineData("work")]
    [InlineData("review")]
    public void Fire_WhenHeldAndResumed_IsBackInTheStage(string stage)
    {
        var project = NewProject(stage);
        Walk(project, Hold);
        Assert.Equal(("on-hold", stage), (project.State, project.ResumeTo));
        Walk(project, Resume);
        Assert.Equal((stage, null), (project.State, project.ResumeTo));
    }

    [Fact]
    public void Fire_WhenHeldThenDroppedThenReopened_IsBackInTheStage()
    {
        var project = NewProject("work");
        Walk(project, Hold, Drop);
        Assert.Equal(("dropped", "work"), (project.State, project.ResumeTo));
        Walk(project, Reopen);
        Assert.Equal(("work", null), (project.State, project.ResumeTo));
    }

    [Fact]
    public void Fire_WhenDroppedFromAStage_RemembersIt()
    {
        var project = NewProject("work");
        Walk(project, Drop);
        Assert.Equal(("dropped", "work"), (project.State, project.ResumeTo));
    }

    [Fact]
    public void Fire_WhenClosedAndReopened_IsBackInTheLastStage()
    {
        var project = NewProject();
        Walk(project, Advance, Advance, Close);
        Assert.Equal(("closed", "review"), (project.State, project.ResumeTo));
        Walk(project, Reopen);
        Assert.Equal("review", project.State);
    }

    [Fact]
    public void Check_WhenHeldWithoutAStageToGoBackTo_IsNotAvailable()
    {
        var check = Machine(NewProject("on-hold")).Check(Resume);
        Assert.False(check.IsAvailable);
        Assert.False(check.IsOpen);
    }

    [Fact]
    public void Check_WhenSomeConditionsAreMet_ListsTheWholeGate()
    {
        var facts = NoFacts with { DocumentKinds = new HashSet<string> { "note" } };
        var check = Machine(NewProject(), facts).Check(Advance);
        Assert.Equal([("has-note", true), ("has-owner", false)], check.Conditions.Select(c => (c.Condition.Code, c.IsMet)));
        Assert.Equal("work", check.To);
        Assert.True(check.IsAvailable);
        Assert.False(check.IsOpen);
    }

    [Fact]
    public void Check_WhenDateIsStillToCome_IsUnmet()
    {
        var facts = AllFacts(Template) with { Dates = new Dictionary<string, DateOnly> { [ProjectFields.SignedOn] = Today.AddDays(1) } };
        Assert.Equal(["is-signed"], Machine(NewProject("work"), facts).Check(Advance).Unmet.Select(c => c.Condition.Code));
    }

    [Fact]
    public void Check_WhenHeld_ResolvesPreviousToTheStage()
    {
        var project = NewProject("work");
        Walk(project, Hold);
        Assert.Equal("work", Machine(project).Check(Resume).To);
    }

    [Fact]
    public void Moves_WhenInAStage_ListsOwnAndGroupMovesOpenOrNot()
    {
        var moves = Machine(NewProject("review"), NoFacts).Moves();
        Assert.Equal([ReturnTo("idea"), ReturnTo("work"), Hold, Drop, Close], moves.Select(m => m.Trigger));
        Assert.Equal([true, true, true, true, false], moves.Select(m => m.IsOpen));
    }

    [Fact]
    public void Moves_WhenClosed_OffersReopeningAlone()
    {
        var project = NewProject("review");
        Walk(project, Close);
        Assert.Equal([Reopen], Machine(project).Moves().Select(m => m.Trigger));
    }

    [Fact]
    public void IsInState_WhenInAStage_HonoursItsGroup()
    {
        var machine = Machine(NewProject());
        Assert.True(machine.IsInState("running"));
        Assert.True(machine.IsInState("idea"));
        Assert.False(machine.IsInState("work"));
    }

    [Fact]
    public void Fire_WhenMovedOn_AnswersForTheNewState()
    {
        var machine = Machine(NewProject());
        Assert.True(machine.Fire(Advance, Today).Succeeded);
        Assert.True(machine.Fire(Hold, Today).Succeeded);
        Assert.Equal("work", machine.Check(Resume).To);
    }

    [Fact]
    public void Fire_WhenTemplateIsNotThePinnedVersion_Throws()
    {
        var machine = CycleMachine.For(Template with { Version = 2 }, NewProject(), AllFacts(Template));
        Assert.True(machine.Check(Advance).IsOpen);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Advance, Today));
    }

    [Fact]
    public void For_WhenStateIsNotInTheTemplate_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Machine(NewProject("nowhere")));

    [Fact]
    public void Fire_WhenAnotherEngineIsGiven_UsesIt()
    {
        var built = 0;
        var machine = CycleMachine.For(Template, NewProject(), AllFacts(Template), (read, write) =>
        {
            built++;
            return new TableMachine<Trigger>(read, write);
        });
        Assert.True(machine.Fire(Advance, Today).Succeeded);
        Assert.True(built > 0);
    }
}
