namespace ProjectCycle.Jobs;

/// <summary>Settings <c>ProjectCycle:Jobs:*</c>.</summary>
public sealed record JobsOptions
{
    /// <summary>False: this node serves pages only and leaves background work to others.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Seconds between two looks at the outbox, 1 to 30.</summary>
    public int PumpSeconds { get; init; } = 5;

    /// <summary>
    /// Mails that are handed over at a time, 1 to 16. With more than one, a conversation that hangs until its time is up keeps
    /// only one of them busy, and other people's mail goes out meanwhile.
    /// </summary>
    public int MailWorkers { get; init; } = 4;

    /// <summary>Seconds a message stays with a node that gives no sign of life.</summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>Days that done outbox messages and runs of the pump are kept; runs of other jobs three times as long.</summary>
    public int KeepDays { get; init; } = 30;
}
