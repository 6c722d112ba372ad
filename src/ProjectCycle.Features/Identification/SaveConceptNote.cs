using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
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
public sealed class SaveConceptNote(Workbench bench)
{
    /// <summary>Begins the note; a project has one.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, ConceptNoteInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input) is { Count: > 0 } faults)
            return faults;
        var note = new ConceptNote { ProjectId = opened.Value.Id };
        Fill(note, input);
        try
        {
            return await bench.AddAsync(note, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return new Refusal("concept-note-exists");
        }
    }

    /// <summary>Corrects the note, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, ConceptNoteInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<ConceptNote>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(input) is { Count: > 0 } faults)
            return faults;
        Fill(found.Value.Row, input);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes the note away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<ConceptNote>(id, version, Rights.EditWork, cancellation);

    private static void Fill(ConceptNote note, ConceptNoteInput input)
    {
        note.Problem = input.Problem.Trim();
        note.Objective = input.Objective.Trim();
        note.Scope = input.Scope.Trim();
        note.PartnerReason = input.PartnerReason.Trim();
        note.ExpectedResults = input.ExpectedResults.Trim();
        note.Cost = input.Cost.Trim();
        note.Risks = input.Risks.Trim();
        note.NextSteps = input.NextSteps.Trim();
    }

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
