using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Projects;
using Sum = ProjectCycle.Domain.Money.Money;

namespace ProjectCycle.Domain.Tests.Projects;

public sealed class ProjectTests
{
    private static readonly Guid Donor = Guid.NewGuid();
    private static readonly Guid Ministry = Guid.NewGuid();
    private static readonly Sum Loan = new(1340000000, Currencies.All["EUR"]);
    private static readonly Sum Share = new(50000000000, Currencies.All["IDR"]);

    private static readonly CycleTemplate Template = new()
    {
        Id = "sample",
        Version = 3,
        Name = LocalText.Empty,
        Description = LocalText.Empty,
        Start = "identification",
        States = [],
        Moves = [],
        DocumentKinds = [],
        Checklist = [],
        Authorities = [],
    };

    private static readonly ProjectDetails Details = new()
    {
        Code = " JMB-001 ",
        NameEn = " Waste management ",
        NameId = " Pengelolaan Sampah ",
        UnitId = Guid.NewGuid(),
        RegionCode = "15.71",
        Partners = [(Donor, PartnerRole.Funding), (Ministry, PartnerRole.Accountable)],
        Amounts = [(AmountKind.Agreement, Loan), (AmountKind.Counterpart, Share)],
    };

    [Fact]
    public void Register_WhenDetailsAreGiven_PinsTheTemplateAndTrimsTexts()
    {
        var project = Register(Details);

        Assert.Equal(("JMB-001", "Waste management", "Pengelolaan Sampah"), (project.Code, project.Name.En, project.Name.Id));
        Assert.Equal(("sample", 3, "identification"), (project.TemplateId, project.TemplateVersion, project.State));
        Assert.Equal("jmb-001 waste management pengelolaan sampah", project.SearchText);
        Assert.Equal(Donor, project.LeadPartnerId);
        Assert.Equal([Loan, Share], project.Amounts.Select(a => a.Money));
    }

    [Fact]
    public void Edit_WhenRowsStay_KeepsTheSameRows()
    {
        var project = Register(Details);
        var (partners, amounts) = (project.Partners.ToList(), project.Amounts.ToList());

        project.Edit(Details with { NameEn = "Waste and water" });

        Assert.Equal(partners, project.Partners);
        Assert.Equal(amounts, project.Amounts);
    }

    [Fact]
    public void Edit_WhenOneRowChanges_KeepsTheOthers()
    {
        var project = Register(Details);
        var loan = project.Amounts[0];

        project.Edit(Details with { Amounts = [(AmountKind.Agreement, Loan), (AmountKind.Counterpart, Share with { MinorUnits = 1 })] });

        Assert.Same(loan, Assert.Single(project.Amounts, a => a.Kind == AmountKind.Agreement));
        Assert.Equal(1, Assert.Single(project.Amounts, a => a.Kind == AmountKind.Counterpart).MinorUnits);
    }

    [Fact]
    public void Edit_WhenARowIsGivenTwice_KeepsOne()
    {
        var project = Register(Details with { Partners = [(Donor, PartnerRole.Funding), (Donor, PartnerRole.Funding), (Donor, PartnerRole.Extending)] });

        Assert.Equal([PartnerRole.Funding, PartnerRole.Extending], project.Partners.Select(p => p.Role));
    }

    [Fact]
    public void Edit_WhenThePartnersGo_HasNoLead()
    {
        var project = Register(Details);

        project.Edit(Details with { Partners = [] });

        Assert.Empty(project.Partners);
        Assert.Null(project.LeadPartnerId);
    }

    [Fact]
    public void Edit_WhenAnotherCodeOrUnitIsGiven_KeepsItsOwn()
    {
        var project = Register(Details);

        project.Edit(Details with { Code = "OTHER", UnitId = Guid.NewGuid() });

        Assert.Equal(("JMB-001", Details.UnitId), (project.Code, project.UnitId));
        Assert.StartsWith("jmb-001 ", project.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void FilledFields_WhenNothingIsFilled_AreNone() =>
        Assert.Empty(Register(Details with { Partners = [], Amounts = [] }).FilledFields());

    [Fact]
    public void FilledFields_WhenEverythingIsFilled_AreAllOfTheCatalogue()
    {
        var day = new DateOnly(2026, 3, 4);
        var project = Register(Details with
        {
            Summary = "s",
            OwnerId = Guid.NewGuid(),
            AgreementId = Guid.NewGuid(),
            RpjmdAlignment = "r",
            PartnerProgramme = "p",
            Dates = new KeyDates(day, day, day, day, day, day, day),
        });

        Assert.Equal(ProjectFields.All.Order(), project.FilledFields().Order());
    }

    [Fact]
    public void DaysInState_WhenEnteredToday_IsZeroAndNeverNegative()
    {
        var project = Register(Details);

        Assert.Equal(0, project.DaysInState(new DateOnly(2026, 3, 4)));
        Assert.Equal(31, project.DaysInState(new DateOnly(2026, 4, 4)));
        Assert.Equal(0, project.DaysInState(new DateOnly(2026, 3, 1)));
    }

    private static Project Register(ProjectDetails details) =>
        Project.Register(details, Template, "identification", new DateOnly(2026, 3, 4), new DateTime(2026, 3, 4, 2, 0, 0, DateTimeKind.Utc));
}
