using static ProjectCycle.Domain.People.Role;

namespace ProjectCycle.Domain.People;

/// <summary>
/// The catalogue of named actions and who holds them. A right says what kind of act is open to a role; which projects it
/// reaches is the scope of the query (own units, own agreements, or all).
/// </summary>
public static class Rights
{
    public static readonly Right ViewProject = new("project.view", Staff, Manager, Finance, Reviewer, Observer, Auditor, Administrator);
    public static readonly Right RegisterProject = new("project.register", Staff, Manager);
    public static readonly Right EditProject = new("project.edit", Staff, Manager, Finance);
    public static readonly Right MoveProject = new("project.move", Manager);
    public static readonly Right ReopenProject = new("project.reopen", Manager);
    public static readonly Right ExportProjects = new("project.export", Staff, Manager, Finance, Reviewer, Observer, Auditor);
    public static readonly Right ViewHistory = new("history.view", Staff, Manager, Finance, Reviewer, Observer, Auditor);
    public static readonly Right ViewAudit = new("audit.view", Auditor);
    public static readonly Right AttachDocument = new("document.attach", Staff, Manager, Finance, Reviewer);
    public static readonly Right ConfirmItem = new("checklist.confirm", Staff, Manager, Finance, Reviewer);
    public static readonly Right RequestDecision = new("decision.request", Staff, Manager, Finance);
    public static readonly Right RecordDecision = new("decision.record", Reviewer);
    public static readonly Right ViewReviews = new("review.view", Staff, Manager, Finance, Reviewer);
    public static readonly Right EditDeadline = new("deadline.edit", Staff, Manager, Finance);
    public static readonly Right WaiveDeadline = new("deadline.waive", Manager);
    public static readonly Right EditObstacle = new("obstacle.edit", Staff, Manager, Finance);
    public static readonly Right EditWork = new("work.edit", Staff, Manager, Finance);

    /// <summary>Our side's confidential notes of a negotiation: not for the partner's observers, nor for who only keeps the program.</summary>
    public static readonly Right ViewFallback = new("negotiation.fallback", Staff, Manager, Finance, Reviewer, Auditor);

    /// <summary>Agreements, their categories, covenants and counterpart.</summary>
    public static readonly Right EditAgreement = new("money.agreement.edit", Manager, Finance);

    public static readonly Right EditContract = new("money.contract.edit", Staff, Manager, Finance);
    public static readonly Right EditWithdrawal = new("money.withdrawal.edit", Finance);
    public static readonly Right SignWithdrawal = new("money.withdrawal.sign", Manager, Finance);
    public static readonly Right SubmitWithdrawal = new("money.withdrawal.submit", Manager, Finance);
    public static readonly Right BookPayment = new("money.payment.book", Finance);
    public static readonly Right EditRates = new("rate.edit", Finance, Administrator);

    public static readonly Right ViewPartner = new("partner.view", Staff, Manager, Finance, Reviewer, Auditor, Administrator);
    public static readonly Right EditPartner = new("partner.edit", Staff, Manager);
    public static readonly Right ViewTemplate = new("template.view", Staff, Manager, Finance, Reviewer, Observer, Auditor, Administrator);
    public static readonly Right ChangeTemplate = new("project.template", Manager);
    public static readonly Right ManageTemplates = new("template.manage", Administrator);
    public static readonly Right ManageUsers = new("user.manage", Administrator);
    public static readonly Right ManageUnits = new("unit.manage", Administrator);
    public static readonly Right ManageCalendars = new("calendar.manage", Administrator, Manager);

    /// <summary>What was sent to whom is the office's own business: not for the partner's observers.</summary>
    public static readonly Right ViewReminders = new("reminder.view", Staff, Manager, Finance, Reviewer, Auditor, Administrator);

    public static readonly Right ManageReminders = new("reminder.manage", Administrator, Manager);
    public static readonly Right ViewBackground = new("background.view", Administrator, Auditor);
    public static readonly Right RetryBackground = new("background.retry", Administrator);

    /// <summary>Every right, in the order of this file.</summary>
    public static IReadOnlyList<Right> All { get; } =
        [.. typeof(Rights).GetFields().Where(f => f.FieldType == typeof(Right)).Select(f => (Right)f.GetValue(null)!)];
}
