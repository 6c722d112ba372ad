using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>The sections of a concept note as a form hands them over.</summary>
public sealed record ConceptNoteInput
{
    public string Problem { get; init; } = "";
    public string Objective { get; init; } = "";
    public string Scope { get; init; } = "";
    public string PartnerReason { get; init; } = "";
    public string ExpectedResults { get; init; } = "";
    public string Cost { get; init; } = "";
    public string Risks { get; init; } = "";
    public string NextSteps { get; init; } = "";
}

/// <summary>Writes a project's concept note, corrects it, takes it away.</summary>
public sealed class SaveConceptNote(Workbench bench) : SaveRow<ConceptNote, ConceptNoteInput>(bench)
{
    protected override ConceptNote New(Guid projectId, ConceptNoteInput input) => new() { ProjectId = projectId };

    protected override Task<List<Refusal>> FaultsAsync(ConceptNoteInput input, ConceptNote row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input));

    protected override void Fill(ConceptNote row, ConceptNoteInput input)
    {
        row.Problem = input.Problem.Trim();
        row.Objective = input.Objective.Trim();
        row.Scope = input.Scope.Trim();
        row.PartnerReason = input.PartnerReason.Trim();
        row.ExpectedResults = input.ExpectedResults.Trim();
        row.Cost = input.Cost.Trim();
        row.Risks = input.Risks.Trim();
        row.NextSteps = input.NextSteps.Trim();
    }

    /// <summary>A project has one; whoever comes second goes on with the other's.</summary>
    protected override async Task<Outcome<Guid>> InsertAsync(ConceptNote row, CancellationToken cancellation) =>
        await Bench.AddOnlyAsync(row, cancellation) is { Succeeded: true } added ? added : new Refusal("concept-note-exists");

    /// <summary>A note grows section by section: each may be blank, though not all of them.</summary>
    private static List<Refusal> Faults(ConceptNoteInput input)
    {
        (string Field, string Text)[] sections =
        [
            (nameof(input.Problem), input.Problem),
            (nameof(input.Objective), input.Objective),
            (nameof(input.Scope), input.Scope),
            (nameof(input.PartnerReason), input.PartnerReason),
            (nameof(input.ExpectedResults), input.ExpectedResults),
            (nameof(input.Cost), input.Cost),
            (nameof(input.Risks), input.Risks),
            (nameof(input.NextSteps), input.NextSteps),
        ];
        return sections.All(section => string.IsNullOrWhiteSpace(section.Text))
            ? [new Refusal("required", nameof(input.Problem))]
            : [.. sections.SelectMany(section => Fields.Text(section.Text, section.Field, ConceptNote.MaxSection))];
    }
}
