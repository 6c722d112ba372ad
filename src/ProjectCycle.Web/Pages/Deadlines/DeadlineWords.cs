using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>Says what a deadline is counted from: "4 months after: Closing date".</summary>
public sealed class DeadlineWords(Texts texts, Show show)
{
    /// <summary>The rule in words; <paramref name="template"/> names the deadlines it counts from.</summary>
    public string Say(DeadlineRule rule, CycleTemplate template)
    {
        if (rule.Recurrence is { } recurrence)
            return string.Join("; ", Recurring(rule.Terms[0], recurrence, template));
        var terms = rule.Terms.Select(term => Counted(term, Start(term, template))).ToList();
        return terms.Count == 1 ? terms[0] : texts[rule.Pick == TermPick.Latest ? "deadline.rule.latest" : "deadline.rule.earliest", string.Join("; ", terms)];
    }

    private IEnumerable<string> Recurring(DateTerm term, Recurrence recurrence, CycleTemplate template)
    {
        yield return texts[$"deadline.rule.every.{recurrence.Every}", Counted(term, texts["deadline.rule.period-end"])];
        yield return texts["deadline.rule.from", Start(term, template)];
        if (recurrence.Until is { } until)
            yield return texts["deadline.rule.until", Basis(until, template)];
        if (recurrence.LeastMonths > 0)
            yield return texts.Count("deadline.rule.least", recurrence.LeastMonths);
    }

    private string Counted(DateTerm term, string start)
    {
        var (unit, length) = term switch
        {
            { Months: { } months } => ("months", months),
            { WorkingDays: { } days } => ("working-days", days),
            _ => ("days", term.Days ?? 0),
        };
        return length == 0
            ? texts["deadline.rule.on", start]
            : texts[length < 0 ? "deadline.rule.before" : "deadline.rule.after", texts.Count($"deadline.rule.{unit}", Math.Abs(length)), start];
    }

    private string Start(DateTerm term, CycleTemplate template)
    {
        var from = Basis(term.From, template);
        if (term.HalfwayTo is { } to)
            from = texts["deadline.rule.halfway", from, Basis(to, template)];
        return term.EndOf is { } period ? texts[$"deadline.rule.end-of.{period}", from] : from;
    }

    private string Basis(string name, CycleTemplate template)
    {
        if (DateBook.RuleIn(name) is { } code)
            return texts[DateBook.IsDone(name) ? "deadline.rule.done" : "deadline.rule.due", RuleName(code, template)];
        return texts[ProjectFields.Dates.Contains(name) ? $"project.field.{name}" : $"deadline.basis.{name}"];
    }

    private string RuleName(string code, CycleTemplate template) =>
        template.Stages.SelectMany(stage => stage.Deadlines).FirstOrDefault(rule => rule.Code == code) is { } rule ? show.Text(rule.Name) : code;
}
