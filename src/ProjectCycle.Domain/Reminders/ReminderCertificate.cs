using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Domain.Reminders;

/// <summary>How a deadline of the certificate ended.</summary>
public enum DeadlineEnd
{
    /// <summary>Met on its day or before.</summary>
    InTime,

    /// <summary>Met after its day.</summary>
    Late,

    /// <summary>Not met, and its day is past.</summary>
    Overdue,

    /// <summary>Its day is still to come.</summary>
    Coming,

    /// <summary>Waived with a reason.</summary>
    Waived,

    /// <summary>Ended with its project, or with the date it was counted from.</summary>
    Cancelled,
}

/// <summary>
/// What an auditor asks for: what was due in a period, what was done when, who was told of it when, and what the mail server answered.
/// Texts are in the cover's language.
/// </summary>
/// <param name="Cover">What a reader must know first.</param>
/// <param name="Deadlines">Those due in the period, earliest first.</param>
/// <param name="Reminders">Every line of the ledger about them, in the order of the deadlines.</param>
public sealed record ReminderCertificate(ReportCover Cover, IReadOnlyList<CertifiedDeadline> Deadlines, IReadOnlyList<LedgerRow> Reminders)
{
    /// <summary>How many deadlines ended in each way.</summary>
    public IReadOnlyDictionary<DeadlineEnd, int> Ends { get; } = Deadlines.GroupBy(d => d.End).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>How many reminders stand in each state.</summary>
    public IReadOnlyDictionary<MailState, int> States { get; } = Reminders.GroupBy(r => r.State).ToDictionary(g => g.Key, g => g.Count());
}

/// <summary>A deadline that was due in the period.</summary>
public sealed record CertifiedDeadline
{
    public required Guid Id { get; init; }
    public required string ProjectCode { get; init; }
    public required string Project { get; init; }
    public required string Title { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The responsible person, else the project's owner; null when there is neither.</summary>
    public required string? Responsible { get; init; }

    public required DeadlineEnd End { get; init; }
    public required DateOnly? DoneOn { get; init; }

    /// <summary>Days after the due date on which it was met, or by which it is overdue; null when it is not late.</summary>
    public required int? DaysLate { get; init; }

    /// <summary>The title of the paper that shows it was met.</summary>
    public required string? Evidence { get; init; }

    /// <summary>The note left with it, or why it was waived.</summary>
    public required string Note { get; init; }

    /// <summary>Reminders of it that were sent.</summary>
    public required int Sent { get; init; }

    /// <summary>How a deadline stands on <paramref name="today"/>.</summary>
    public static DeadlineEnd EndOf(DateOnly dueOn, DateOnly? doneOn, bool isWaived, bool isCancelled, DateOnly today) => (doneOn, isWaived, isCancelled) switch
    {
        (_, true, _) => DeadlineEnd.Waived,
        ({ } done, _, _) => done <= dueOn ? DeadlineEnd.InTime : DeadlineEnd.Late,
        (_, _, true) => DeadlineEnd.Cancelled,
        _ => dueOn < today ? DeadlineEnd.Overdue : DeadlineEnd.Coming,
    };
}
