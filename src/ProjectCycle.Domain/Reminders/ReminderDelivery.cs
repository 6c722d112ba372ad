using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Domain.Reminders;

/// <summary>How a reminder reaches a person. Names are stored.</summary>
public enum ReminderChannel
{
    Mail,

    /// <summary>The bell inside the program; there is nothing to send and nobody to answer.</summary>
    Bell,
}

/// <summary>
/// One line of the ledger: one step of one deadline's reminders owed to one person over one channel. Deadline, due date, step, person
/// and channel are its key and it is written before anything goes out, so planning twice sends once.
/// </summary>
public sealed class ReminderDelivery
{
    public required Guid DeadlineId { get; init; }

    /// <summary>The due date this step was counted from: a moved deadline reminds anew.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Days before the due date; negative is overdue.</summary>
    public required int Offset { get; init; }

    /// <summary>To whom it was owed.</summary>
    public required Guid RecipientId { get; init; }

    public ReminderChannel Channel { get; init; }

    /// <summary>Who got it instead, because the person was on leave; null when they got it themselves.</summary>
    public Guid? DelegateId { get; init; }

    /// <summary>What made the person one to be told.</summary>
    public ReminderRole Role { get; init; }

    /// <summary>The policy that asked for the step; null for the product's default. No foreign key: the ledger outlives policies.</summary>
    public Guid? PolicyId { get; init; }

    /// <summary>The business date on which it fell due to be told.</summary>
    public required DateOnly OwedOn { get; init; }

    /// <summary>The business date on which it was planned: later than <see cref="OwedOn"/> after an outage or a day off.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>The mail that carries it, with state, attempts, answer and Message-ID; null when none does.</summary>
    public Guid? MailId { get; init; }

    /// <summary>Why it did not go out, one of <see cref="SuppressionReasons"/>. Null when it did or still will.</summary>
    public string? Suppressed { get; set; }

    /// <summary>Where it stands, given the state of its mail; what needs no mail is done when it is written.</summary>
    /// <param name="mail">State of the mail that carries it; null when none does.</param>
    public MailState StateWith(MailState? mail) => Suppressed is not null ? MailState.Suppressed : mail ?? MailState.Sent;
}

/// <summary>Why a reminder on record was not sent. Stored; may not change.</summary>
public static class SuppressionReasons
{
    /// <summary>Missed while nothing ran; a newer step went out instead.</summary>
    public const string Collapsed = "collapsed";

    /// <summary>The person has left.</summary>
    public const string Left = "left";

    /// <summary>An administrator has locked the person out.</summary>
    public const string Locked = "locked";

    public const string NoAddress = "no-address";

    /// <summary>The person may not see the project any more.</summary>
    public const string NoAccess = "no-access";

    /// <summary>Done after the reminder was planned and before it went out.</summary>
    public const string DoneInTime = "done-in-time";

    /// <summary>The project was closed or dropped.</summary>
    public const string ProjectClosed = "project-closed";

    /// <summary>The deadline was called off.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The due date was moved after the reminder was planned: what it says is no longer true.</summary>
    public const string Moved = "moved";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Collapsed, Left, Locked, NoAddress, NoAccess, DoneInTime, ProjectClosed, Cancelled, Moved];
}
