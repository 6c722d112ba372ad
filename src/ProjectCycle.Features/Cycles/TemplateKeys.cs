using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Features.Cycles;

/// <summary>The keys a template may have, by the kind of mapping they stand in. <c>cycle.schema.json</c> repeats them for editors; a test compares.</summary>
public static class TemplateKeys
{
    public const string Template = "template";
    public const string Text = "text";
    public const string State = "state";
    public const string Step = "step";
    public const string Deadline = "deadline";
    public const string DateTerm = "dateTerm";
    public const string Move = "move";
    public const string Condition = "condition";
    public const string DocumentKind = "documentKind";
    public const string ChecklistItem = "checklistItem";
    public const string Authority = "authority";
    public const string RatingGrade = "ratingGrade";
    public const string Monitoring = "monitoring";

    private static readonly string[] Term = ["from", "halfwayTo", "endOf", "days", "workingDays", "months"];

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Template] = ["id", "version", "name", "description", "start", "states", "moves", "documentKinds", "checklist", "authorities", "ratingScale", "monitoring"],
        [Text] = ["en", "id"],
        [State] = ["code", "kind", "parent", "name", "partnerName", "purpose", "expectedDays", "steps", "deadlines"],
        [Step] = ["code", "name"],
        [Deadline] = ["code", "name", .. Term, "earliestOf", "latestOf", "every", "until", "leastMonths", "roll", "reminders"],
        [DateTerm] = Term,
        [Move] = ["kind", "from", "to", "gate"],
        [Condition] = ["code", "kind", "subject", "text", "suppliedBy"],
        [DocumentKind] = ["code", "name", "needs"],
        [ChecklistItem] = ["code", "text", "confirmedBy"],
        [Authority] = ["code", "name", "recordedBy"],
        [RatingGrade] = ["code", "name", "means"],
        [Monitoring] = ["scheduleBy", .. new MonitoringRules().Settings().Select(setting => setting.Key)],
    };
}
