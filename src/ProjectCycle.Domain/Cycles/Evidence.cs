namespace ProjectCycle.Domain.Cycles;

/// <summary>Somebody looked and confirmed a checklist item. Withdrawing deletes the row; the audit keeps both acts.</summary>
public sealed class ChecklistConfirmation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string ItemCode { get; init; }
    public required Guid ConfirmedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ConfirmedAt { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>What an authority said. Names are stored.</summary>
public enum DecisionOutcome
{
    Approved,
    ApprovedWithConditions,
    Returned,
    Rejected,
}

/// <summary>A decision of a named authority. Only the latest of an authority counts; earlier ones stay on record.</summary>
public sealed class Decision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string AuthorityCode { get; init; }
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Number of the letter or minutes.</summary>
    public string LetterNumber { get; init; } = "";

    /// <summary>The date the authority decided.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Why, or under which conditions.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The letter, when it is attached.</summary>
    public Guid? DocumentId { get; init; }

    public required Guid RecordedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>True when a gate may count on it.</summary>
    public bool Approves => Outcome is DecisionOutcome.Approved or DecisionOutcome.ApprovedWithConditions;
}
