using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Monitoring;
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
        Monitoring = map.OptionalMap("monitoring", TemplateKeys.Monitoring, Monitoring) ?? new MonitoringRules(),
    };

    /// <summary>What is left out keeps its default. Per cent in the file are ratios in the rules.</summary>
    private static MonitoringRules Monitoring(YamlMap map)
    {
        var defaults = new MonitoringRules();
        return new MonitoringRules
        {
            ScheduleBy = map.OptionalWord<ScheduleMethod>("scheduleBy"),
            VarianceOnTrack = Percent("varianceOnTrack") ?? defaults.VarianceOnTrack,
            VarianceBehind = Percent("varianceBehind") ?? defaults.VarianceBehind,
            RatioOnTrack = Percent("ratioOnTrack") ?? defaults.RatioOnTrack,
            RatioBehind = Percent("ratioBehind") ?? defaults.RatioBehind,
            RunRateFactor = map.OptionalDecimal("runRateFactor") ?? defaults.RunRateFactor,
            IndicatorOnTrack = Percent("indicatorOnTrack") ?? defaults.IndicatorOnTrack,
            IndicatorForAttention = Percent("indicatorForAttention") ?? defaults.IndicatorForAttention,
            OverallOnTrack = map.OptionalDecimal("overallOnTrack") ?? defaults.OverallOnTrack,
            OverallForAttention = map.OptionalDecimal("overallForAttention") ?? defaults.OverallForAttention,
            CounterpartShort = Percent("counterpartShort") ?? defaults.CounterpartShort,
            FewestForPercent = map.OptionalNumber("fewestForPercent") ?? defaults.FewestForPercent,
            AdvanceMonths = map.OptionalNumber("advanceMonths") ?? defaults.AdvanceMonths,
            TurnoverTarget = map.OptionalDecimal("turnoverTarget") ?? defaults.TurnoverTarget,
            FiscalYearFrom = map.OptionalNumber("fiscalYearFrom") ?? defaults.FiscalYearFrom,
        };

        decimal? Percent(string key) => map.OptionalDecimal(key) / 100;
    }

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
