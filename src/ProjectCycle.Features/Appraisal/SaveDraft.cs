using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>A legal draft as a form hands it over.</summary>
public sealed record DraftInput
{
    public string Title { get; init; } = "";
    public LegalDraftKind Kind { get; init; }
    public LegalDraftState DraftState { get; init; }

    /// <summary>A document of the project; null for none.</summary>
    public Guid? DocumentId { get; init; }

    public Guid? ResponsibleId { get; init; }
    public DateOnly? DueOn { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Adds, changes and removes legal drafts.</summary>
public sealed class SaveDraft(Workbench bench) : SaveAppraisalRow<LegalDraft, DraftInput>(bench)
{
    public override DraftInput InputOf(LegalDraft row) => new()
    {
        Title = row.Title,
        Kind = row.Kind,
        DraftState = row.DraftState,
        DocumentId = row.DocumentId,
        ResponsibleId = row.ResponsibleId,
        DueOn = row.DueOn,
        Note = row.Note,
    };

    protected override LegalDraft New(Guid projectId, DraftInput input) => new() { ProjectId = projectId };

    protected override async Task<List<Refusal>> FaultsAsync(DraftInput input, LegalDraft row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Title, nameof(input.Title), max: 300)
            .Concat(Known(input.Kind, nameof(input.Kind)))
            .Concat(Known(input.DraftState, nameof(input.DraftState)))
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000)).ToList();
        if (!await Bench.HasDocumentAsync(input.DocumentId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.DocumentId)));
        faults.AddRange(await OfUnitAsync(input.ResponsibleId, nameof(input.ResponsibleId), place, cancellation));
        return faults;
    }

    protected override void Fill(LegalDraft row, DraftInput input)
    {
        row.Title = input.Title.Trim();
        row.Kind = input.Kind;
        row.DraftState = input.DraftState;
        row.DocumentId = input.DocumentId;
        row.ResponsibleId = input.ResponsibleId;
        row.DueOn = input.DueOn;
        row.Note = input.Note.Trim();
    }
}
