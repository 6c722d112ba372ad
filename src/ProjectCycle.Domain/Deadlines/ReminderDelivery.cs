namespace ProjectCycle.Domain.Deadlines;

/// <summary>
/// One step of one deadline's reminders owed to one person. The row is unique by deadline, due date, step and person and is
/// written before the mail goes out, so planning twice sends once.
/// </summary>
public sealed class ReminderDelivery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeadlineId { get; init; }

    /// <summary>The due date this step was counted from: a moved deadline reminds anew.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Days before the due date; negative is overdue.</summary>
    public required int Offset { get; init; }

    public required Guid RecipientId { get; init; }

    /// <summary>The business date on which it was planned.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>The mail that carries it; null when <see cref="Suppressed"/> says why there is none.</summary>
    public Guid? MailId { get; init; }

    /// <summary>Why no mail goes out: "collapsed", "no-address", "locked". Null when one does.</summary>
    public string? Suppressed { get; init; }
}
