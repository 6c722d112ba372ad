namespace ProjectCycle.Domain.Deadlines;

/// <summary>Deadlines as a calendar program takes them, worded in one language.</summary>
public sealed record DeadlineCalendar
{
    /// <summary>"en" or "id".</summary>
    public required string Language { get; init; }

    /// <summary>Only those the reader answers for.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The project whose deadlines they are; null for those of all projects in reach.</summary>
    public string? ProjectCode { get; init; }

    /// <summary>Host name of this installation, which makes the entries' ids unique in the world.</summary>
    public required string Host { get; init; }

    /// <summary>The business date it was read on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Earliest first.</summary>
    public required IReadOnlyList<CalendarEntry> Entries { get; init; }
}

/// <summary>One deadline of a calendar.</summary>
public sealed record CalendarEntry
{
    /// <summary>The deadline's id, which stays while it is moved, done and cancelled.</summary>
    public required Guid Id { get; init; }

    /// <summary>Grows with each change.</summary>
    public required int Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    public required string ProjectCode { get; init; }
    public required string ProjectName { get; init; }
    public required string Title { get; init; }

    /// <summary>Name of the stage in which it was set.</summary>
    public required string Stage { get; init; }

    public required string? Responsible { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; init; }
    public bool IsCancelled { get; init; }

    /// <summary>Days before the due date on which people are told; negative is overdue.</summary>
    public required IReadOnlyList<int> Offsets { get; init; }

    /// <summary>Full address of the project's deadlines.</summary>
    public required string Url { get; init; }

    /// <summary>Neither done nor cancelled.</summary>
    public bool IsOpen => DoneOn is null && !IsCancelled;
}
