using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>The inputs, as <see cref="NeedMapDetails"/> names them.</summary>
public sealed class NeedMapForm
{
    public string Sector { get; set; } = "";
    public MapKind? Kind { get; set; } = MapKind.Need;
    public string Subject { get; set; } = "";
    public string EvidenceFigure { get; set; } = "";
    public int? EvidenceYear { get; set; }
    public string EvidenceSource { get; set; } = "";
    public string OwnStrength { get; set; } = "";
    public string OwnWeakness { get; set; } = "";
    public List<Wants> Sought { get; set; } = [];
    public string Offered { get; set; } = "";
    public string ResponsibleOffice { get; set; } = "";
    public string OtherActors { get; set; } = "";
    public string PlanLink { get; set; } = "";
    public int? Priority { get; set; } = 3;
    public string Problem { get; set; } = "";

    public static NeedMapForm Of(NeedMapEntry entry) => new()
    {
        Sector = entry.Sector,
        Kind = entry.Kind,
        Subject = entry.Subject,
        EvidenceFigure = entry.EvidenceFigure,
        EvidenceYear = entry.EvidenceYear,
        EvidenceSource = entry.EvidenceSource,
        OwnStrength = entry.OwnStrength,
        OwnWeakness = entry.OwnWeakness,
        Sought = [.. Enum.GetValues<Wants>().Where(one => one != Wants.None && entry.Sought.HasFlag(one))],
        Offered = entry.Offered,
        ResponsibleOffice = entry.ResponsibleOffice,
        OtherActors = entry.OtherActors,
        PlanLink = entry.PlanLink,
        Priority = entry.Priority,
        Problem = entry.Problem,
    };

    public NeedMapDetails Details => new()
    {
        Sector = Sector,
        Kind = Kind,
        Subject = Subject,
        EvidenceFigure = EvidenceFigure,
        EvidenceYear = EvidenceYear,
        EvidenceSource = EvidenceSource,
        OwnStrength = OwnStrength,
        OwnWeakness = OwnWeakness,
        Sought = Sought.Aggregate(Wants.None, (all, one) => all | one),
        Offered = Offered,
        ResponsibleOffice = ResponsibleOffice,
        OtherActors = OtherActors,
        PlanLink = PlanLink,
        Priority = Priority,
        Problem = Problem,
    };
}

/// <summary>A new row of the map, or one to change.</summary>
public sealed class NeedMapRowModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries, SaveNeedMapEntry save, Texts texts)
    : WorkFormModel<NeedMapForm>(projects, me, texts)
{
    public override string Part => WorkParts.NeedMap;
    public override string Title => Texts[IsNew ? "need-map.new" : "need-map.change"];

    protected override async Task<(NeedMapForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        (await queries.NeedMapAsync(Project.Id, cancellation)).FirstOrDefault(entry => entry.Id == id) is { } entry
            ? (NeedMapForm.Of(entry), entry.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) => Id is { } id
        ? (await save.ChangeAsync(id, Input.Details, Version, cancellation)).Refusals
        : (await save.AddAsync(Project.Code, Input.Details, cancellation)).Refusals;

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
