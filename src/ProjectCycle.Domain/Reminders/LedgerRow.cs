using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Domain.Reminders;

/// <summary>A line of the ledger as people read it: what was owed to whom, what became of it, and the server's answer.</summary>
public sealed record LedgerRow
{
    public required Guid DeadlineId { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText Title { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>Days before the due date; negative is overdue.</summary>
    public required int Offset { get; init; }

    public required DateOnly OwedOn { get; init; }
    public required DateOnly PlannedOn { get; init; }

    /// <summary>To whom it was owed.</summary>
    public required string Recipient { get; init; }

    /// <summary>Who got it instead; null when the person themselves did.</summary>
    public required string? Delegate { get; init; }

    public required ReminderRole Role { get; init; }
    public required ReminderChannel Channel { get; init; }
    public required MailState State { get; init; }

    /// <summary>One of <see cref="SuppressionReasons"/> when it was suppressed.</summary>
    public required string? Reason { get; init; }

    /// <summary>The server's last answer.</summary>
    public required string Answer { get; init; }

    public required string Address { get; init; }
    public required int Attempts { get; init; }
    public required string MessageId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? SentAt { get; init; }
}
