namespace ProjectCycle.Domain.Deadlines;

/// <summary>
/// One step of one deadline's reminders owed to one person. Deadline, due date, step and person are its key and it is
/// written before the mail goes out, so planning twice sends once.
/// </summary>
public sealed class ReminderDelivery
{
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

    /// <summary>Why no mail goes out, one of <see cref="SuppressionReasons"/>. Null when one does.</summary>
    public string? Suppressed { get; init; }
}

/// <summary>Why a reminder on record was not mailed. Stored; may not change.</summary>
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
}
