using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>The inputs, as <see cref="ConceptNoteInput"/> names them.</summary>
public sealed class ConceptNoteForm
{
    public string Problem { get; set; } = "";
    public string Objective { get; set; } = "";
    public string Scope { get; set; } = "";
    public string PartnerReason { get; set; } = "";
    public string ExpectedResults { get; set; } = "";
    public string Cost { get; set; } = "";
    public string Risks { get; set; } = "";
    public string NextSteps { get; set; } = "";
}

/// <summary>Writes the concept note, section by section.</summary>
public sealed class ConceptNoteEditModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries, SaveConceptNote save, Texts texts)
    : WorkFormModel<ConceptNoteForm>(projects, me, texts)
{
    public override string Part => WorkParts.ConceptNote;
    public override string Title => Texts[IsNew ? "concept-note.write" : "concept-note.change"];

    protected override async Task<(ConceptNoteForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await queries.ConceptNoteAsync(Project.Id, cancellation) is { } note && note.Id == id
            ? (new ConceptNoteForm
            {
                Problem = note.Problem,
                Objective = note.Objective,
                Scope = note.Scope,
                PartnerReason = note.PartnerReason,
                ExpectedResults = note.ExpectedResults,
                Cost = note.Cost,
                Risks = note.Risks,
                NextSteps = note.NextSteps,
            }, note.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var wanted = new ConceptNoteInput
        {
            Problem = Input.Problem,
            Objective = Input.Objective,
            Scope = Input.Scope,
            PartnerReason = Input.PartnerReason,
            ExpectedResults = Input.ExpectedResults,
            Cost = Input.Cost,
            Risks = Input.Risks,
            NextSteps = Input.NextSteps,
        };
        return Id is { } id
            ? (await save.ChangeAsync(id, wanted, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, wanted, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
