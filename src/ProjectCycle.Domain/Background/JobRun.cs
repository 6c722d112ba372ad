namespace ProjectCycle.Domain.Background;

/// <summary>One run of a scheduled job, kept so that people see what ran, when, where and with what result.</summary>
public sealed class JobRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Stable id of the schedule, such as "plan-reminders-wib".</summary>
    public required string JobId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Null while it runs.</summary>
    public bool? Succeeded { get; set; }

    /// <summary>What it did, or why it failed; no secrets.</summary>
    public string Detail { get; set; } = "";

    /// <summary>The machine and process it ran on.</summary>
    public required string Node { get; init; }
}
