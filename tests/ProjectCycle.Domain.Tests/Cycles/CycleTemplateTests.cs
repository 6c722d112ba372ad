using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using static ProjectCycle.Domain.Tests.Cycles.SmallCycle;

namespace ProjectCycle.Domain.Tests.Cycles;

public sealed class CycleTemplateTests
{
    [Fact]
    public void IsEarlier_WhenAsked_FollowsTheOrderOfStages()
    {
        Assert.True(Template.IsEarlier("idea", "review"));
        Assert.False(Template.IsEarlier("review", "idea"));
        Assert.False(Template.IsEarlier("work", "work"));
    }

    [Fact]
    public void Lineage_WhenInAGroup_GoesOutwards() =>
        Assert.Equal(["work", "running"], Template.Lineage("work").Select(s => s.Code));

    [Fact]
    public void MoveFrom_WhenOnlyTheGroupHasTheTrigger_FindsTheGroupsMove() =>
        Assert.Equal("running", Template.MoveFrom("work", Hold)!.From);

    /// <summary>These names stand in stored history and in templates: a renamed one orphans them.</summary>
    [Fact]
    public void Names_AsStored_StayTheSame()
    {
        Assert.Equal(["Advance", "Return", "Hold", "Resume", "Drop", "Close", "Reopen"], Enum.GetNames<MoveKind>());
        Assert.Equal(["Group", "Stage", "Held", "Closed", "Dropped"], Enum.GetNames<StateKind>());
        Assert.Equal(["Document", "Checklist", "Decision", "Field", "Date", "Work"], Enum.GetNames<ConditionKind>());
        Assert.Equal(
            ["summary", "owner", "lead-partner", "agreement", "rpjmd-alignment", "partner-programme", "agreement-amount", "counterpart-amount",
             "planned-start", "signed-on", "effective-on", "closing-on", "completed-on", "first-payment-on", "last-payment-on"],
            ProjectFields.All);
    }

    [Fact]
    public void Faults_OfASoundTemplate_AreNone() => Assert.Empty(TemplateRules.Faults(Template));

    [Fact]
    public void Faults_WhenReferencesAreBroken_DoNotHideFaultsOfText()
    {
        var broken = Template with { Start = "nowhere", Name = new LocalText("Small", "") };
        Assert.Equal(["missing-text", "unknown-state"], TemplateRules.Faults(broken).Select(f => f.Code).Order());
    }
}
