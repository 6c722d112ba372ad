using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A partner's line of the form; one without a partner is left out.</summary>
public sealed class PartnerLine
{
    public Guid? PartnerId { get; set; }
    public PartnerRole Role { get; set; } = PartnerRole.Funding;
}

/// <summary>An amount's line of the form, as typed; one without an amount is left out.</summary>
public sealed class AmountLine
{
    public AmountKind Kind { get; set; }
    public string Amount { get; set; } = "";
    public string Currency { get; set; } = "";
}

/// <summary>The day a stage was entered, for a project that is already running.</summary>
public sealed class StageLine
{
    public string Stage { get; set; } = "";
    public DateOnly? On { get; set; }
}

/// <summary>What people fill in of a project, as they typed it.</summary>
public sealed class ProjectForm
{
    private const int LinesAtFirst = 3;

    public string TemplateId { get; set; } = "";
    public string Code { get; set; } = "";
    public string NameId { get; set; } = "";
    public string NameEn { get; set; } = "";
    public Guid? UnitId { get; set; }
    public Guid? OwnerId { get; set; }
    public string RegionCode { get; set; } = "";
    public string SectorCode { get; set; } = "";
    public string Summary { get; set; } = "";
    public string RpjmdAlignment { get; set; } = "";
    public string PartnerProgramme { get; set; } = "";
    public Guid? AgreementId { get; set; }
    public DateOnly? PlannedStart { get; set; }
    public DateOnly? SignedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public DateOnly? ClosingOn { get; set; }
    public DateOnly? CompletedOn { get; set; }
    public DateOnly? FirstPaymentOn { get; set; }
    public DateOnly? LastPaymentOn { get; set; }

    /// <summary>The first is the lead partner.</summary>
    public List<PartnerLine> Partners { get; set; } = [];

    public List<AmountLine> Amounts { get; set; } = [];

    /// <summary>On registering alone.</summary>
    public List<StageLine> History { get; set; } = [];

    /// <summary>The version the form was opened with, on editing alone.</summary>
    public int Version { get; set; }

    /// <summary>An empty form with a line for each stage.</summary>
    public static ProjectForm Blank()
    {
        var form = new ProjectForm { History = [.. StateCodes.Stages.Select(stage => new StageLine { Stage = stage })] };
        form.AddPartnerLines(LinesAtFirst);
        form.AddAmountLines(LinesAtFirst);
        return form;
    }

    /// <summary>The project as it is.</summary>
    public static ProjectForm Of(ProjectView view)
    {
        var project = view.Project;
        var form = new ProjectForm
        {
            Code = project.Code,
            UnitId = project.UnitId,
            NameId = project.Name.Id,
            NameEn = project.Name.En,
            OwnerId = project.OwnerId,
            RegionCode = project.RegionCode,
            SectorCode = project.SectorCode,
            Summary = project.Summary,
            RpjmdAlignment = project.RpjmdAlignment,
            PartnerProgramme = project.PartnerProgramme,
            AgreementId = project.AgreementId,
            PlannedStart = project.Dates.PlannedStart,
            SignedOn = project.Dates.SignedOn,
            EffectiveOn = project.Dates.EffectiveOn,
            ClosingOn = project.Dates.ClosingOn,
            CompletedOn = project.Dates.CompletedOn,
            FirstPaymentOn = project.Dates.FirstPaymentOn,
            LastPaymentOn = project.Dates.LastPaymentOn,
            Partners = [.. view.Partners.Select(part => new PartnerLine { PartnerId = part.PartnerId, Role = part.Role })],
            Amounts = [.. project.Amounts.OrderBy(a => a.Kind).Select(a => new AmountLine { Kind = a.Kind, Amount = AmountText.Write(a.Money), Currency = a.Currency })],
            Version = project.Version,
        };
        form.AddPartnerLines(Math.Max(1, LinesAtFirst - form.Partners.Count));
        form.AddAmountLines(Math.Max(1, LinesAtFirst - form.Amounts.Count));
        return form;
    }

    /// <summary>Adds the lines somebody asked for: "partners" or "amounts"; false when none were.</summary>
    public bool AddedLines(string? of)
    {
        if (of == "partners")
            AddPartnerLines(2);
        else if (of == "amounts")
            AddAmountLines(2);
        return of is "partners" or "amounts";
    }

    private void AddPartnerLines(int count)
    {
        for (var i = 0; i < count; i++)
            Partners.Add(new PartnerLine { Role = Partners.Count == 0 ? PartnerRole.Funding : PartnerRole.Implementing });
    }

    private void AddAmountLines(int count)
    {
        for (var i = 0; i < count; i++)
            Amounts.Add(new AmountLine { Kind = (AmountKind)Math.Min(Amounts.Count, (int)AmountKind.Estimate) });
    }

    /// <summary>For the use case. Amounts that cannot be read are told in <paramref name="state"/>, beside their inputs.</summary>
    public ProjectDetails ToDetails(ModelStateDictionary state, Texts texts) => new()
    {
        Code = Code,
        NameEn = NameEn,
        NameId = NameId,
        UnitId = UnitId ?? Guid.Empty,
        OwnerId = OwnerId,
        RegionCode = RegionCode,
        SectorCode = SectorCode,
        Summary = Summary,
        RpjmdAlignment = RpjmdAlignment,
        PartnerProgramme = PartnerProgramme,
        AgreementId = AgreementId,
        Dates = new KeyDates(PlannedStart, SignedOn, EffectiveOn, ClosingOn, CompletedOn, FirstPaymentOn, LastPaymentOn),
        Partners = [.. Partners.Where(line => line.PartnerId is not null).Select(line => (line.PartnerId!.Value, line.Role))],
        Amounts = ReadAmounts(state, texts),
    };

    /// <summary>The stages with a date, in order; empty for a project that begins today.</summary>
    public IReadOnlyList<StageEntry> Entries() =>
        [.. History.Where(line => line.On is not null).Select(line => new StageEntry(line.Stage, line.On!.Value))];

    private List<(AmountKind Kind, Money Money)> ReadAmounts(ModelStateDictionary state, Texts texts)
    {
        var amounts = new List<(AmountKind Kind, Money Money)>();
        for (var i = 0; i < Amounts.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Amounts[i].Amount))
                continue;
            var money = AmountText.Read(Amounts[i].Amount, Amounts[i].Currency);
            if (money.Succeeded)
                amounts.Add((Amounts[i].Kind, money.Value));
            else
                state.Add(money.Refusals, texts, $"Input.Amounts[{i}]");
        }
        return amounts;
    }
}
