using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>From mappings of the file to the records of the domain.</summary>
internal static class TemplateReader
{
    public static CycleTemplate Template(YamlMap map) => new()
    {
        Id = map.Text("id"),
        Version = map.Number("version"),
        Name = map.Local("name"),
        Description = map.Local("description"),
        Start = map.Text("start"),
        States = map.List("states", TemplateKeys.State, State),
        Moves = map.List("moves", TemplateKeys.Move, Move),
        DocumentKinds = map.List("documentKinds", TemplateKeys.DocumentKind, m => new DocumentKind(m.Text("code"), m.Local("name"), m.OptionalTexts("needs"))),
        Checklist = map.List("checklist", TemplateKeys.ChecklistItem, m => new ChecklistItem(m.Text("code"), m.Local("text"), m.Words<Role>("confirmedBy"))),
        Authorities = map.List("authorities", TemplateKeys.Authority, m => new Authority(m.Text("code"), m.Local("name"), m.Words<Role>("recordedBy"))),
        RatingScale = map.OptionalList("ratingScale", TemplateKeys.RatingGrade, m => new RatingGrade(m.Text("code"), m.Local("name"), m.Word<RatingMeaning>("means"))),
    };

    private static CycleState State(YamlMap map) => new()
    {
        Code = map.Text("code"),
        Kind = map.Word<StateKind>("kind"),
        Parent = map.OptionalText("parent"),
        Name = map.Local("name"),
        PartnerName = map.OptionalLocal("partnerName"),
        Purpose = map.OptionalLocal("purpose") ?? LocalText.Empty,
        ExpectedDays = map.OptionalNumber("expectedDays"),
        Steps = map.OptionalList("steps", TemplateKeys.Step, m => new CycleStep(m.Text("code"), m.Local("name"))),
        Deadlines = map.OptionalList("deadlines", TemplateKeys.Deadline, DeadlineRule),
    };

    private static DeadlineRule DeadlineRule(YamlMap map) => new()
    {
        Code = map.Text("code"),
        Name = map.Local("name"),
        Terms = Terms(map),
        Pick = map.Has("latestOf") ? TermPick.Latest : TermPick.Earliest,
        Recurrence = map.Has("every") ? new Recurrence(map.Word<Period>("every"), map.OptionalText("until"), map.OptionalNumber("leastMonths") ?? 0) : null,
        Roll = map.OptionalWord<Roll>("roll"),
        Reminders = map.OptionalNumbers("reminders") ?? Deadline.DefaultOffsets,
    };

    /// <summary>Given one by one, or as the rule's own keys where there is only one.</summary>
    private static IReadOnlyList<DateTerm> Terms(YamlMap rule) =>
        rule.Has("earliestOf") ? rule.List("earliestOf", TemplateKeys.DateTerm, DateTerm)
        : rule.Has("latestOf") ? rule.List("latestOf", TemplateKeys.DateTerm, DateTerm)
        : [DateTerm(rule)];

    private static DateTerm DateTerm(YamlMap map) => new()
    {
        From = map.OptionalText("from") ?? DateBook.Entry,
        HalfwayTo = map.OptionalText("halfwayTo"),
        EndOf = map.Has("endOf") ? map.Word<Period>("endOf") : null,
        Days = map.OptionalNumber("days"),
        WorkingDays = map.OptionalNumber("workingDays"),
        Months = map.OptionalNumber("months"),
    };

    private static CycleMove Move(YamlMap map) => new()
    {
        Kind = map.Word<MoveKind>("kind"),
        From = map.Text("from"),
        To = map.Texts("to"),
        Gate = map.OptionalList("gate", TemplateKeys.Condition, Condition),
    };

    private static GateCondition Condition(YamlMap map) => new()
    {
        Code = map.Text("code"),
        Kind = map.Word<ConditionKind>("kind"),
        Subject = map.Text("subject"),
        Text = map.Local("text"),
        SuppliedBy = map.Words<Role>("suppliedBy"),
    };
}
