using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Matchmaking;

/// <summary>The inputs, as <see cref="CandidateInput"/> names them.</summary>
public sealed class CandidateForm
{
    public string Name { get; set; } = "";
    public CandidateKind Kind { get; set; }
    public string CountryCode { get; set; } = "";
    public Guid? PartnerId { get; set; }
    public string FoundHow { get; set; } = "";
    public string Notes { get; set; } = "";
}

/// <summary>A new candidate, or one to change.</summary>
public sealed class CandidateModel(ProjectPage projects, CurrentUser me, Comparison comparison, SaveCandidate save, PeopleQueries people, Texts texts)
    : WorkFormModel<CandidateForm>(projects, me, texts)
{
    public override string Part => WorkParts.Matchmaking;
    public override string Title => Texts[IsNew ? "matchmaking.add" : "matchmaking.change"];

    public IEnumerable<SelectListItem> Partners { get; private set; } = [];

    protected override async Task<(CandidateForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var table = await comparison.OfAsync(Project.Id, cancellation);
        if (table.Candidates.FirstOrDefault(column => column.Candidate.Id == id)?.Candidate is not { } row)
            return null;
        var form = new CandidateForm { Name = row.Name, Kind = row.Kind, CountryCode = row.CountryCode, PartnerId = row.PartnerId, FoundHow = row.FoundHow, Notes = row.Notes };
        return (form, row.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new CandidateInput
        {
            Name = Input.Name,
            Kind = Input.Kind,
            CountryCode = Input.CountryCode,
            PartnerId = Input.PartnerId,
            FoundHow = Input.FoundHow,
            Notes = Input.Notes,
        };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        Partners = Options.Of(await people.PartnerChoicesAsync(cancellation), Texts["matchmaking.partner.none"]);
}
