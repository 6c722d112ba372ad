namespace ProjectCycle.Domain.Background;

/// <summary>Where a message stands. Names are stored.</summary>
public enum OutboxState
{
    Pending,
    Running,
    Done,

    /// <summary>Failed so often that a person has to look.</summary>
    Parked,
}

/// <summary>
/// Something that must happen after a change, written in the same transaction as the change. The pump leases due rows and
/// hands them to the handler of their kind; handlers may run more than once.
/// </summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which handler: "send-mail", "build-report".</summary>
    public required string Kind { get; init; }

    /// <summary>The row the handler works on.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Unique: asking twice for the same thing makes one row.</summary>
    public required string Key { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; not before this moment.</summary>
    public required DateTime DueAt { get; set; }

    public OutboxState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>UTC; a lease that ran out is free for the next node.</summary>
    public DateTime? LeasedUntil { get; set; }

    public string? LeasedBy { get; set; }
    public string? LastError { get; set; }
    public DateTime? FinishedAt { get; set; }
}
