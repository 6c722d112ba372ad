namespace ProjectCycle.Domain.Cycles;

/// <summary>One line of a project's history: a move, who made it, why, and the gate as it stood.</summary>
public sealed class StageMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>The project's template, so that stays in its stages are found without the projects.</summary>
    public required string TemplateId { get; init; }

    /// <summary>The version of the project's template the move was made by: history keeps its words when the project is moved to another.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>Null for the entry that registered the project.</summary>
    public MoveKind? Kind { get; init; }

    /// <summary>Null for the entry that registered the project.</summary>
    public string? From { get; init; }

    public required string To { get; init; }

    /// <summary>The business date it took place; earlier than <see cref="RecordedAt"/> when back-dated.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Days the project had been in the state it left; null for the entry that registered it.</summary>
    public int? Stayed { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required Guid? MovedById { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>A code of the obstacle list, for hold, drop and return.</summary>
    public string? ObstacleCode { get; init; }

    /// <summary>JSON: the gate's conditions and whether each was met when the move was made; "[]" without a gate.</summary>
    public string Gate { get; init; } = "[]";

    /// <summary>Entered afterwards for a project that was already running.</summary>
    public bool IsBackdated { get; init; }
}
