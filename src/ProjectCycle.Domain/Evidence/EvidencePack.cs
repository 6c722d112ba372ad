using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Evidence;

/// <summary>
/// All that a gate of a project stood on, in the words of one language: what an outsider needs to check it without an account.
/// </summary>
public sealed record EvidencePack
{
    /// <summary>"id" or "en".</summary>
    public required string Language { get; init; }

    public required string ProjectCode { get; init; }
    public required string ProjectName { get; init; }

    /// <summary>The stage the gate leads out of.</summary>
    public required string From { get; init; }

    /// <summary>The state it leads to.</summary>
    public required string To { get; init; }

    /// <summary>The business date it was passed; null while it is ahead.</summary>
    public required DateOnly? PassedOn { get; init; }

    /// <summary>Who passed it; null while it is ahead.</summary>
    public required string? PassedBy { get; init; }

    public required string TemplateName { get; init; }
    public required string TemplateId { get; init; }
    public required int TemplateVersion { get; init; }

    /// <summary>The rules in force: the template's YAML.</summary>
    public required string TemplateText { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    public required string MadeBy { get; init; }

    /// <summary>The unit's zone, in which moments are told.</summary>
    public required IndonesianZone Zone { get; init; }

    /// <summary>The gate in the template's order.</summary>
    public required IReadOnlyList<PackCondition> Conditions { get; init; }

    /// <summary>Every file that the evidence names, each once.</summary>
    public IReadOnlyList<PackFile> Files => [.. Conditions.SelectMany(c => c.Evidence).Select(e => e.File).OfType<PackFile>().DistinctBy(f => f.VersionId)];
}

/// <summary>A condition of the gate with what speaks for it.</summary>
/// <param name="Code">Stable within the template.</param>
/// <param name="Text">The requirement as a sentence.</param>
/// <param name="IsMet">As it stood when the gate was passed, or stands now.</param>
/// <param name="Evidence">Empty where nothing was supplied.</param>
public sealed record PackCondition(string Code, string Text, bool IsMet, IReadOnlyList<PackEvidence> Evidence);

/// <summary>What kind of thing speaks for a condition.</summary>
public enum EvidenceKind
{
    Document,
    Confirmation,
    Decision,
    Field,
    Work,
}

/// <summary>One thing that speaks for a condition.</summary>
public sealed record PackEvidence
{
    public required EvidenceKind Kind { get; init; }

    /// <summary>Title of the document, the item or the authority; for a field its code of <see cref="ProjectFields"/>, for work that of its part.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the document.</summary>
    public int? Version { get; init; }

    /// <summary>What the authority decided.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>Number of the authority's letter.</summary>
    public string LetterNumber { get; init; } = "";

    /// <summary>The day of the decision, or the date that the field holds.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Reason of the decision, note of the confirmation or text of the field.</summary>
    public string Note { get; init; } = "";

    /// <summary>The amounts that the field holds.</summary>
    public IReadOnlyList<Money.Money> Amounts { get; init; } = [];

    /// <summary>Who entered it; null for a field, whose past the audit trail tells.</summary>
    public string? By { get; init; }

    /// <summary>When it was entered, UTC; null for a field.</summary>
    public DateTime? At { get; init; }

    /// <summary>How many entries the part of the work holds.</summary>
    public int? Entries { get; init; }

    public PackFile? File { get; init; }

    /// <summary>What an approval with conditions asked for, in the order of the letter.</summary>
    public IReadOnlyList<PackFollowUp> FollowUps { get; init; } = [];
}

/// <summary>A condition of an approval.</summary>
/// <param name="Text">What was asked for.</param>
/// <param name="DueOn">By when; null when the letter names no date.</param>
/// <param name="MetOn">The day it was met; null when it was open.</param>
public sealed record PackFollowUp(string Text, DateOnly? DueOn, DateOnly? MetOn);

/// <summary>A file of the pack.</summary>
/// <param name="VersionId">The version of the document it is.</param>
/// <param name="FileName">As it was uploaded, without folders.</param>
/// <param name="Hash">Lower-case hex SHA-256 on record.</param>
/// <param name="Size">Bytes.</param>
public sealed record PackFile(Guid VersionId, string FileName, string Hash, long Size);
