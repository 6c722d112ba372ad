using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Cycles;

/// <summary>What is wrong with the rule of a deadline by itself, and with the rules of a template that name each other.</summary>
internal static class DeadlineRuleFaults
{
    private const int LongestMonths = TemplateRules.LongestDays / 30;
    private const int MostWorkingDays = 366;

    /// <summary>Of one rule.</summary>
    public static IEnumerable<TemplateRuleFault> Of(DeadlineRule rule, string path) =>
    [
        .. TemplateRules.Code(rule.Code, $"{path}.code"),
        .. TemplateRules.Text(rule.Name, $"{path}.name"),
        .. rule.Terms.Count == 1 ? OfTerm(rule.Code, rule.Terms[0], path) : rule.Terms.SelectMany((term, i) => OfTerm(rule.Code, term, $"{path}.{(rule.Pick == TermPick.Latest ? "latestOf" : "earliestOf")}[{i}]")),
        .. OfRecurrence(rule, path),
        .. OfReminders(rule, path),
    ];

    /// <summary>A rule may count from the deadline of another that stands before it and comes once.</summary>
    public static IEnumerable<TemplateRuleFault> OfOrder(CycleTemplate template)
    {
        var before = new List<string>();
        foreach (var (rule, path) in template.States.SelectMany((state, s) => state.Deadlines.Select((rule, i) => (rule, $"states[{s}].deadlines[{i}]"))))
        {
            foreach (var name in rule.Terms.SelectMany(RulesIn).Except(before))
                yield return new("unknown-rule", path, name, string.Join(", ", before));
            if (rule.Recurrence is null)
                before.Add(rule.Code);
        }
    }

    private static IEnumerable<string> RulesIn(DateTerm term) =>
        new[] { term.From, term.HalfwayTo ?? DateBook.Entry }.Select(DateBook.RuleIn).OfType<string>();

    private static IEnumerable<TemplateRuleFault> OfTerm(string code, DateTerm term, string path)
    {
        if (term.Lengths > 1 || (term.Lengths == 0 && term is { From: DateBook.Entry, HalfwayTo: null, EndOf: null }))
            yield return new("deadline-length", path, code);
        var least = term is { From: DateBook.Entry, EndOf: null } ? 0 : -1;
        foreach (var fault in TemplateRules.Days(term.Days, least * TemplateRules.LongestDays, $"{path}.days")
            .Concat(TemplateRules.Days(term.WorkingDays, least * MostWorkingDays, $"{path}.workingDays", MostWorkingDays))
            .Concat(TemplateRules.Days(term.Months, least * LongestMonths, $"{path}.months", LongestMonths)))
            yield return fault;
        foreach (var (name, key) in new[] { (term.From, "from"), (term.HalfwayTo ?? DateBook.Entry, "halfwayTo") }.Where(x => x.Item1 != DateBook.Entry && DateBook.RuleIn(x.Item1) is null))
        {
            if (!DateBook.Dates.Contains(name))
                yield return new("unknown-basis", $"{path}.{key}", name, string.Join(", ", DateBook.Dates));
        }
    }

    private static IEnumerable<TemplateRuleFault> OfRecurrence(DeadlineRule rule, string path)
    {
        if (rule.Recurrence is not { } recurrence)
            yield break;
        if (rule.Terms.Count != 1 || rule.Terms[0].EndOf is not null)
            yield return new("recurring-terms", path, rule.Code);
        if (recurrence.Until is { } until && !DateBook.Dates.Contains(until))
            yield return new("unknown-basis", $"{path}.until", until, string.Join(", ", DateBook.Dates));
        foreach (var fault in TemplateRules.Days(recurrence.LeastMonths, 0, $"{path}.leastMonths", recurrence.Every.Months()))
            yield return fault;
    }

    private static IEnumerable<TemplateRuleFault> OfReminders(DeadlineRule rule, string path)
    {
        if (rule.Reminders.Any(r => Math.Abs(r) > TemplateRules.FurthestReminder) || rule.Reminders.Zip(rule.Reminders.Skip(1)).Any(pair => pair.First <= pair.Second))
            yield return new("bad-reminders", $"{path}.reminders", string.Join(", ", rule.Reminders), TemplateRules.FurthestReminder);
    }
}
