using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Features.Mail;

/// <summary>What a mail says, before it is worded. Templates name the properties in camel case.</summary>
/// <param name="Template">Name of the files under <c>templates/mail</c>.</param>
/// <param name="Name">The recipient.</param>
public abstract record MailModel(string Template, string Name)
{
    /// <summary>One of each, for checking the templates.</summary>
    internal static IReadOnlyList<MailModel> Samples { get; } =
    [
        new ReminderDigest("Siti Rahma", "3 March 2026", IsUrgent: true, [DigestItem.Sample(isOverdue: true, days: 7), DigestItem.Sample(false, 0), DigestItem.Sample(false, 1)], 5, "https://example.test/deadlines"),
        new PasswordReset("Siti Rahma", "https://example.test/reset", 2),
        new Welcome("Siti Rahma", "https://example.test/welcome", 72),
        new ProjectMoved("Siti Rahma", "KFW-01", "Waste management", "Preparation", "Appraisal", "Budi", "3 March 2026", "Agreed in the meeting", "https://example.test/project"),
        new DecisionRequested("Siti Rahma", "KFW-01", "Waste management", "DPRD", "Budi", "3 March 2026", "The plan is attached", "https://example.test/review"),
        new DecisionRecorded("Siti Rahma", "KFW-01", "Waste management", "DPRD", DecisionOutcome.Returned, "Budi", "3 March 2026", "The costs are missing", "https://example.test/project"),
        new DeadlinesMoved(
            "Siti Rahma", "KFW-01", "Waste management", "Budi",
            [new MovedDeadline("Progress report", "3 March 2026", "10 March 2026"), new MovedDeadline("Final audit", "3 March 2026", "")], "https://example.test/project"),
        new ReportReady("Siti Rahma", "Deadlines.xlsx", "https://example.test/reports"),
    ];
}

/// <summary>The morning's reminders for one person, earliest first: all that is owed to them, or what of it is urgent.</summary>
/// <param name="Day">The morning, worded.</param>
/// <param name="IsUrgent">It holds only what is urgent.</param>
/// <param name="Items">Those listed.</param>
/// <param name="Count">All there are.</param>
/// <param name="AllLink">The list of the person's deadlines.</param>
public sealed record ReminderDigest(string Name, string Day, bool IsUrgent, IReadOnlyList<DigestItem> Items, int Count, string AllLink) : MailModel("reminder-digest", Name)
{
    public bool IsSingle => Count == 1;
    public DigestItem First => Items[0];
    public int Unlisted => Count - Items.Count;
    public bool HasUnlisted => Unlisted > 0;
}

/// <summary>One deadline in a digest; texts are in the recipient's language.</summary>
/// <param name="Project">The project's code.</param>
/// <param name="Due">The due date, worded.</param>
/// <param name="Days">Days left, or days overdue; never negative.</param>
/// <param name="For">The people on leave for whom the reader is told; empty when it is their own.</param>
/// <param name="Link">The project's deadlines.</param>
public sealed record DigestItem(string Project, string ProjectName, string Stage, string Title, string Due, bool IsOverdue, int Days, string For, string Link)
{
    public bool IsForOthers => For.Length > 0;
    public bool IsToday => !IsOverdue && Days == 0;
    public bool IsOneDay => Days == 1;

    internal static DigestItem Sample(bool isOverdue, int days) =>
        new("KFW-01", "Waste management", "Preparation", "Progress report", "10 March 2026", isOverdue, days, "Budi Santoso", "https://example.test/project");
}

/// <summary>A link to set a new password.</summary>
/// <param name="Hours">How long the link works.</param>
public sealed record PasswordReset(string Name, string Link, int Hours) : MailModel("password-reset", Name);

/// <summary>An invitation with a link to set the first password.</summary>
/// <param name="Hours">How long the link works.</param>
public sealed record Welcome(string Name, string Link, int Hours) : MailModel("welcome", Name);

/// <summary>A project of the person's was moved by somebody else; stages are in the recipient's language.</summary>
/// <param name="Project">Its code.</param>
/// <param name="On">The date, worded.</param>
/// <param name="Reason">Blank when none was given.</param>
public sealed record ProjectMoved(string Name, string Project, string ProjectName, string From, string To, string By, string On, string Reason, string Link)
    : MailModel("project-moved", Name)
{
    public bool HasReason => Reason.Length > 0;
}

/// <summary>Somebody asks for a decision that the person may enter; the authority is named in the recipient's language.</summary>
/// <param name="Project">Its code.</param>
/// <param name="On">The date, worded.</param>
/// <param name="Note">Blank when none was given.</param>
public sealed record DecisionRequested(string Name, string Project, string ProjectName, string Authority, string By, string On, string Note, string Link)
    : MailModel("decision-requested", Name)
{
    public bool HasNote => Note.Length > 0;
}

/// <summary>The decision the person had asked for was recorded; the authority is named in the recipient's language.</summary>
/// <param name="Project">Its code.</param>
/// <param name="On">The date, worded.</param>
/// <param name="Reason">Blank when none was given.</param>
public sealed record DecisionRecorded(
    string Name, string Project, string ProjectName, string Authority, DecisionOutcome Outcome, string By, string On, string Reason, string Link)
    : MailModel("decision-recorded", Name)
{
    public bool IsApproved => Outcome == DecisionOutcome.Approved;
    public bool HasConditions => Outcome == DecisionOutcome.ApprovedWithConditions;
    public bool IsReturned => Outcome == DecisionOutcome.Returned;
    public bool IsRejected => Outcome == DecisionOutcome.Rejected;
    public bool HasReason => Reason.Length > 0;
}

/// <summary>Dates of a project were changed, and deadlines the person answers for with them.</summary>
/// <param name="Project">Its code.</param>
/// <param name="By">Who changed the dates; blank for the program itself.</param>
public sealed record DeadlinesMoved(string Name, string Project, string ProjectName, string By, IReadOnlyList<MovedDeadline> Items, string Link)
    : MailModel("deadlines-moved", Name)
{
    public bool HasBy => By.Length > 0;
}

/// <summary>One deadline that moved or ended; the title is in the recipient's language.</summary>
/// <param name="Was">Its date before, worded.</param>
/// <param name="Is">Its date now, worded; blank for one that ended.</param>
public sealed record MovedDeadline(string Title, string Was, string Is)
{
    public bool HasEnded => Is.Length == 0;
}

/// <summary>A report the person asked for can be fetched.</summary>
/// <param name="Report">Its title.</param>
public sealed record ReportReady(string Name, string Report, string Link) : MailModel("report-ready", Name);
