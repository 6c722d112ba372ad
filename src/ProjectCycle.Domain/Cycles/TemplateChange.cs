namespace ProjectCycle.Domain.Cycles;

/// <summary>One line of a project's history: it was moved to another version of its template, by whom, why, and what its gate then said.</summary>
public sealed class TemplateChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required int FromVersion { get; init; }
    public required int ToVersion { get; init; }

    /// <summary>The unit's business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required Guid ChangedById { get; init; }
    public required string Reason { get; init; }

    /// <summary>JSON: the gate ahead by the new version as it stood, as in <see cref="StageMove.Gate"/>.</summary>
    public string Gate { get; init; } = "[]";
}
