using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Money;
using Sum = ProjectCycle.Domain.Money.Money;

namespace ProjectCycle.Domain.Tests.Intent;

public sealed class IntentTests
{
    private static readonly Guid Project = Guid.NewGuid();

    [Fact]
    public void Letter_WhenBlank_LacksWhatAGateAsksFor() => Assert.Equal(
        ["our-party", "partner-party", "intent", "candidate-fields", "our-signatory", "partner-signatory", "signed-on"],
        new LetterOfIntent { ProjectId = Project }.Missing());

    [Theory]
    [InlineData(LetterState.Draft, null, "signed-on")]
    [InlineData(LetterState.Agreed, null, "signed-on")]
    [InlineData(LetterState.SignedByBoth, null, "signed-on")]
    [InlineData(LetterState.SignedByBoth, "2026-03-04", "")]
    public void Letter_WhenFilled_IsCompleteOnceSignedWithADate(LetterState state, string? on, string missing)
    {
        var letter = new LetterOfIntent
        {
            ProjectId = Project,
            OurParty = "NTB",
            PartnerParty = "Zhejiang",
            Intent = "Provinsi kembar",
            CandidateFields = "Pertanian",
            OurSignatory = "Gubernur",
            PartnerSignatory = "Governor",
            State = state,
            SignedOn = on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Equal(missing, string.Join(' ', letter.Missing()));
        Assert.False(letter.IsBinding);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("Target", "", false)]
    [InlineData("", "Dinas", false)]
    [InlineData("Target", "Dinas", true)]
    public void Plan_WhenHeadingsAreFilled_IsCompleteOnceEveryFieldHasTargetAndOffice(string target, string office, bool complete)
    {
        var plan = new CooperationPlan
        {
            ProjectId = Project,
            Aim = "Tujuan",
            Scope = "Lingkup",
            PeriodFrom = new DateOnly(2026, 1, 1),
            PeriodUntil = new DateOnly(2028, 12, 31),
            Termination = "Pemberitahuan 6 bulan",
        };
        var sound = new CooperationField { ProjectId = Project, Name = "A", Target = "Target", ResponsibleOffice = "Dinas" };
        var asked = new CooperationField { ProjectId = Project, Name = "B", Target = target, ResponsibleOffice = office };

        Assert.Equal(complete, CooperationPlan.IsComplete(plan, [sound, asked]));
        Assert.False(CooperationPlan.IsComplete(plan, []));
        Assert.False(CooperationPlan.IsComplete(null, [sound]));
        Assert.Equal(["aim", "scope", "period-from", "period-until", "termination"], new CooperationPlan { ProjectId = Project }.Missing());
    }

    [Fact]
    public void Field_WhenASideHasNoShare_TellsUnknownFromNothing()
    {
        var field = new CooperationField { ProjectId = Project, Name = "A", OurShare = new Sum(0, Currencies.All["IDR"]) };

        Assert.Equal(0, field.OurShare?.MinorUnits);
        Assert.Null(field.PartnerShare);
        field.OurShare = null;
        Assert.Equal((null, ""), (field.OurMinorUnits, field.OurCurrency));
    }
}
