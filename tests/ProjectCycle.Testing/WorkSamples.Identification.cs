using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Identification;

namespace ProjectCycle.Testing;

/// <summary>Samples of identification.</summary>
public static partial class WorkSamples
{
    /// <summary>A row of the map that counts.</summary>
    public static NeedMapDetails MapRow(MapKind kind = MapKind.Need, string subject = "Pengolahan sampah") => new()
    {
        Kind = kind,
        Sector = "Persampahan",
        Subject = subject,
        EvidenceFigure = "800 ton per hari",
        EvidenceYear = 2022,
        EvidenceSource = "BPS",
        ResponsibleOffice = "Dinas Lingkungan Hidup",
        Sought = Wants.Technology | Wants.Training,
        Priority = 2,
    };

    private static async Task NeedMapAsync(World world, string code, Role role)
    {
        foreach (var kind in Enum.GetValues<MapKind>())
            _ = (await world.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(role, save => save.AddAsync(code, MapRow(kind), default))).Value;
    }

    private static async Task AlignmentAsync(World world, string code, Role role)
    {
        foreach (var plan in new[] { PlanKind.Rpjmd, PlanKind.PartnerProgramme })
            _ = (await world.AsAsync<SaveAlignment, Outcome<Guid>>(role, save => save.AddAsync(code, new AlignmentInput { Plan = plan, Reference = "Misi 3", Serves = "TPA" }, default))).Value;
    }

    private static async Task RequirementsAsync(World world, string code, Role role)
    {
        var met = RequirementLists.Usual.Points.Select(point => new RequirementInput(point.Code, RequirementState.Met, "", 0)).ToList();
        _ = (await world.AsAsync<AnswerRequirements, Outcome<int>>(role, answer => answer.SaveAsync(code, met, default))).Value;
    }

    private static async Task ConceptNoteAsync(World world, string code, Role role)
    {
        var note = new ConceptNoteInput { Problem = "Sampah", Objective = "TPA", PartnerReason = "KfW", ExpectedResults = "Sel", NextSteps = "Studi" };
        _ = (await world.AsAsync<SaveConceptNote, Outcome<Guid>>(role, save => save.AddAsync(code, note, default))).Value;
    }
}
