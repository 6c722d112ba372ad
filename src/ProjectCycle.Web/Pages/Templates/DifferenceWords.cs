using System.Globalization;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Deadlines;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>Differences between two versions, ready to be shown.</summary>
/// <param name="Lines">The differences.</param>
/// <param name="Before">The head of the earlier version's column.</param>
/// <param name="After">The head of the later one's.</param>
public sealed record DifferenceView(IReadOnlyList<DifferenceLine> Lines, string Before, string After);

/// <summary>Puts differences between two versions into words.</summary>
public sealed class DifferenceWords(Texts texts, Show show, DeadlineWords deadlines)
{
    /// <summary>What is different: its name, else the move it is.</summary>
    public string Thing(DifferenceLine line) => line switch
    {
        { Section: TemplateSection.Monitoring } => texts.Code("monitoring-rule", line.Code),
        { Section: TemplateSection.General } or { Code: "", Place: null } => texts["compare.template"],
        { Name: { } name } => show.Text(name),
        _ => Place(line.Place!),
    };

    /// <summary>Where it stands; blank where the thing itself says so.</summary>
    public string Around(DifferenceLine line) => line is { Name: not null, Place: { } place } ? Place(place) : "";

    /// <summary>The value before and after. Where they read alike in the reader's language, the other language shows what changed.</summary>
    public (string Before, string After) Values(DifferenceLine line)
    {
        if (line.Aspect is null)
            return (Presence(line.Kind != DifferenceKind.Added), Presence(line.Kind != DifferenceKind.Removed));
        var (before, after) = (Value(line.Aspect, line.Before, show.Text), Value(line.Aspect, line.After, show.Text));
        return before != after
            ? (before, after)
            : (Value(line.Aspect, line.Before, InOther), Value(line.Aspect, line.After, InOther));
    }

    private string Presence(bool isThere) => isThere ? texts["compare.there"] : Show.Nothing;

    private string Place(DifferencePlace place) => place.Move is { } move
        ? texts["templates.other", texts.Enum(move), place.State, place.To is { } to ? show.Text(to) : texts["templates.previous"]]
        : show.Text(place.State);

    /// <summary>An array of enumeration values passes for one of numbers and back: the aspect says which it is.</summary>
    private string Value(DifferenceAspect? aspect, object? value, Func<LocalText, string> word) => value switch
    {
        null => Show.Nothing,
        LocalText text => word(text) is { Length: > 0 } some ? some : Show.Nothing,
        IEnumerable<LocalText> list => list.Any() ? string.Join(" · ", list.Select(word)) : Show.Nothing,
        IEnumerable<int> days when aspect == DifferenceAspect.Reminders => string.Join(", ", days),
        IEnumerable<Role> roles => string.Join(", ", roles.Select(role => texts.Enum(role))),
        StateKind kind => texts.Enum(kind),
        Roll roll => texts.Enum(roll),
        RatingMeaning means => texts.Enum(means),
        ScheduleMethod method => texts.Enum(method),
        decimal number => Number(number),
        DueAfter due => deadlines.Say(due.Rule, due.Template),
        IEnumerable<WorkPart> parts => $"{show.Any(parts)}",
        AskedFor asked => $"{texts.Enum(asked.Kind)}: {word(asked.Subject)}",
        int number => show.Number(number),
        _ => $"{value}",
    };

    /// <summary>A setting of the monitoring as people write it: "-30", "1.6".</summary>
    public static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.CurrentCulture) ?? Show.Nothing;

    private static string InOther(LocalText text)
    {
        var other = Languages.All.First(language => language != Cultures.CurrentLanguage);
        return $"[{other}] {text.In(other)}";
    }
}
