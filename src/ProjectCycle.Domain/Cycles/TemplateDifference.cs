using System.Text.Json;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Cycles;

/// <summary>A part of a template that is compared by itself, in the order in which people read it.</summary>
public enum TemplateSection
{
    General,
    Stages,
    Moves,
    Gates,
    Deadlines,
    Documents,
    Checklist,
    Authorities,
    RatingScale,
    Monitoring,
}

/// <summary>What happened to a thing between two versions.</summary>
public enum DifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>Which side of a thing changed.</summary>
public enum DifferenceAspect
{
    Name,
    Description,
    Start,
    Kind,
    Group,
    Order,
    PartnerName,
    Purpose,
    ExpectedDays,
    Steps,
    Destination,
    Text,
    AsksFor,
    SuppliedBy,
    DueAfter,
    Roll,
    Reminders,
    ConfirmedBy,
    RecordedBy,
    Needs,
    Means,
    Value,
}

/// <summary>Where a thing stands: a stage, or the move out of one.</summary>
/// <param name="State">The stage, or the state the move starts from.</param>
/// <param name="Move">The move, or null for the stage itself.</param>
/// <param name="To">Where the move leads; null for "where it was", and without a move.</param>
public sealed record DifferencePlace(LocalText State, MoveKind? Move = null, LocalText? To = null);

/// <summary>What a deadline is counted from.</summary>
/// <param name="Template">Names the deadlines that the rule counts from.</param>
public sealed record DueAfter(CycleTemplate Template, DeadlineRule Rule);

/// <summary>What a condition asks for.</summary>
/// <param name="Subject">The code; documents, items and authorities by the name they have in that version.</param>
public sealed record AskedFor(ConditionKind Kind, LocalText Subject);

/// <summary>One thing that is different.</summary>
/// <param name="Section">The part of the template.</param>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Code">The thing's code; empty for the template as a whole and for moves.</param>
/// <param name="Name">The thing in words, by the later version where it is in both; null where <paramref name="Place"/> says it all, and for a setting of the monitoring.</param>
/// <param name="Place">Where it stands, for what stands in a stage or at a gate.</param>
/// <param name="Aspect">What of it changed; null when it was added or removed.</param>
/// <param name="Before">The value in the earlier version: a <see cref="LocalText"/>, a list of them, a number, an enum value, a list of roles or numbers, a <see cref="DueAfter"/> or an <see cref="AskedFor"/>; null for nothing.</param>
/// <param name="After">The value in the later version, of the same kind.</param>
public sealed record DifferenceLine(
    TemplateSection Section,
    DifferenceKind Kind,
    string Code,
    LocalText? Name,
    DifferencePlace? Place = null,
    DifferenceAspect? Aspect = null,
    object? Before = null,
    object? After = null);

/// <summary>
/// Compares two versions of a template, thing by thing. Things are the same when they have the same code, since codes are what
/// is stored with projects; a changed name is a change and never a new thing.
/// </summary>
public static class TemplateDifference
{
    /// <summary>Every difference, by section; within one in the later version's order, removed things last.</summary>
    public static IReadOnlyList<DifferenceLine> Between(CycleTemplate before, CycleTemplate after) =>
    [
        .. General(before, after),
        .. Stages(before, after),
        .. Moves(before, after),
        .. Gates(before, after),
        .. Deadlines(before, after),
        .. Papers(before, after),
        .. Things(
            TemplateSection.Checklist, before.Checklist, after.Checklist, i => i.Code, i => i.Text,
            i => [(DifferenceAspect.Text, i.Text), (DifferenceAspect.ConfirmedBy, i.ConfirmedBy)]),
        .. Things(
            TemplateSection.Authorities, before.Authorities, after.Authorities, a => a.Code, a => a.Name,
            a => [(DifferenceAspect.Name, a.Name), (DifferenceAspect.RecordedBy, a.RecordedBy)]),
        .. Things(
            TemplateSection.RatingScale, before.RatingScale, after.RatingScale, g => g.Code, g => g.Name,
            g => [(DifferenceAspect.Name, g.Name), (DifferenceAspect.Means, g.Means)]),
        .. Things(
            TemplateSection.Monitoring, Settings(before.Monitoring), Settings(after.Monitoring), s => s.Key, _ => null, s => [(DifferenceAspect.Value, s.Value)]),
    ];

    /// <summary>True when the two say the same in every respect but their version number.</summary>
    public static bool IsSame(CycleTemplate one, CycleTemplate other) => Print(one with { Version = 0 }) == Print(other with { Version = 0 });

    private static IEnumerable<DifferenceLine> General(CycleTemplate before, CycleTemplate after) =>
        Aspects(
            [(DifferenceAspect.Name, before.Name), (DifferenceAspect.Description, before.Description), (DifferenceAspect.Start, new Known(before.Start, before.State(before.Start).Name))],
            [(DifferenceAspect.Name, after.Name), (DifferenceAspect.Description, after.Description), (DifferenceAspect.Start, new Known(after.Start, after.State(after.Start).Name))])
            .Select(change => new DifferenceLine(TemplateSection.General, DifferenceKind.Changed, "", after.Name, null, change.Aspect, change.Before, change.After));

    private static IEnumerable<(string Key, object? Value)> Settings(MonitoringRules rules) =>
        rules.Settings().Select(setting => (setting.Key, (object?)setting.Value)).Prepend(("scheduleBy", rules.ScheduleBy));

    private static IEnumerable<DifferenceLine> Papers(CycleTemplate before, CycleTemplate after) => Things(
        TemplateSection.Documents, before.DocumentKinds, after.DocumentKinds, k => k.Code, k => k.Name,
        k => [(DifferenceAspect.Name, k.Name), (DifferenceAspect.Needs, WorkParts.All.Where(part => k.Needs.Contains(part.Code)).ToList())]);

    private static IEnumerable<DifferenceLine> Stages(CycleTemplate before, CycleTemplate after)
    {
        var common = after.Stages.Select(s => s.Code).Where(code => before.Stages.Any(s => s.Code == code)).ToList();
        var earlier = before.Stages.Where(s => common.Contains(s.Code)).ToList();
        if (!earlier.Select(s => s.Code).SequenceEqual(common))
        {
            yield return new DifferenceLine(
                TemplateSection.Stages, DifferenceKind.Changed, "", after.Name, null, DifferenceAspect.Order,
                earlier.Select(s => s.Name).ToList(), common.Select(code => after.State(code).Name).ToList());
        }
        foreach (var line in Things(TemplateSection.Stages, before.States, after.States, s => s.Code, s => s.Name, StateAspects))
            yield return line;
    }

    private static (DifferenceAspect, object?)[] StateAspects(CycleState state) =>
    [
        (DifferenceAspect.Name, state.Name),
        (DifferenceAspect.Kind, state.Kind),
        (DifferenceAspect.Group, state.Parent),
        (DifferenceAspect.PartnerName, state.PartnerName),
        (DifferenceAspect.Purpose, state.Purpose.IsEmpty ? null : state.Purpose),
        (DifferenceAspect.ExpectedDays, state.ExpectedDays),
        (DifferenceAspect.Steps, state.Steps.Select(step => step.Name).ToList()),
    ];

    private static IEnumerable<DifferenceLine> Deadlines(CycleTemplate before, CycleTemplate after) =>
        Things(
            TemplateSection.Deadlines, Rules(before), Rules(after), r => $"{r.State.Code} {r.Rule.Code}", r => r.Rule.Name,
            r => [(DifferenceAspect.Name, r.Rule.Name), (DifferenceAspect.DueAfter, new Known(Print(new { r.Rule.Terms, r.Rule.Pick, r.Rule.Recurrence }), new DueAfter(r.Template, r.Rule))), (DifferenceAspect.Roll, r.Rule.Roll), (DifferenceAspect.Reminders, r.Rule.Reminders)],
            r => new DifferencePlace(r.State.Name),
            r => r.Rule.Code);

    private static IEnumerable<DifferenceLine> Moves(CycleTemplate before, CycleTemplate after) =>
        Things(
            TemplateSection.Moves, Ways(before), Ways(after), w => w.Key, _ => null,
            w => [(DifferenceAspect.Destination, new Known(w.ToCode, w.To))], w => w.Place, _ => "");

    private static IEnumerable<DifferenceLine> Gates(CycleTemplate before, CycleTemplate after) =>
        Things(
            TemplateSection.Gates, Conditions(before), Conditions(after), c => $"{c.Way.Key} {c.Condition.Code}", c => c.Condition.Text,
            c => [(DifferenceAspect.Text, c.Condition.Text), (DifferenceAspect.AsksFor, new Known($"{c.Condition.Kind} {c.Condition.Subject}", c.AskedFor)), (DifferenceAspect.SuppliedBy, c.Condition.SuppliedBy)],
            c => c.Way.Place,
            c => c.Condition.Code);

    private static IEnumerable<(CycleTemplate Template, CycleState State, DeadlineRule Rule)> Rules(CycleTemplate template) =>
        template.States.SelectMany(state => state.Deadlines.Select(rule => (template, state, rule)));

    /// <summary>A return to three stages is three ways back, each with its own end.</summary>
    private static IEnumerable<Way> Ways(CycleTemplate template) =>
        template.Moves.SelectMany(move => move.To.Take(move.Kind == MoveKind.Return ? move.To.Count : 1).Select(to => new Way(
            move.Kind == MoveKind.Return ? $"{move.Kind} {move.From} {to}" : $"{move.Kind} {move.From}",
            template.State(move.From).Name,
            move.Kind,
            to,
            to == CycleMove.Previous ? null : template.State(to).Name,
            move)));

    private static IEnumerable<(Way Way, GateCondition Condition, AskedFor AskedFor)> Conditions(CycleTemplate template) =>
        Ways(template).DistinctBy(way => way.Move).SelectMany(way => way.Move.Gate.Select(c => (way, c, new AskedFor(c.Kind, SubjectName(template, c)))));

    private static LocalText SubjectName(CycleTemplate template, GateCondition condition) => condition.Kind switch
    {
        ConditionKind.Document => template.DocumentKinds.FirstOrDefault(k => k.Code == condition.Subject)?.Name,
        ConditionKind.Checklist => template.Checklist.FirstOrDefault(i => i.Code == condition.Subject)?.Text,
        ConditionKind.Decision => template.Authorities.FirstOrDefault(a => a.Code == condition.Subject)?.Name,
        _ => null,
    }
        ?? new LocalText(condition.Subject, condition.Subject);

    private static IEnumerable<DifferenceLine> Things<T>(
        TemplateSection section,
        IEnumerable<T> before,
        IEnumerable<T> after,
        Func<T, string> key,
        Func<T, LocalText?> name,
        Func<T, (DifferenceAspect, object?)[]> aspects,
        Func<T, DifferencePlace>? place = null,
        Func<T, string>? code = null)
    {
        var (old, present) = (before.ToDictionary(key), after.ToDictionary(key));
        foreach (var (id, thing) in present)
        {
            if (!old.TryGetValue(id, out var was))
                yield return Line(thing, DifferenceKind.Added);
            else
            {
                foreach (var change in Aspects(aspects(was), aspects(thing)))
                    yield return Line(thing, DifferenceKind.Changed) with { Aspect = change.Aspect, Before = change.Before, After = change.After };
            }
        }
        foreach (var (_, thing) in old.Where(pair => !present.ContainsKey(pair.Key)))
            yield return Line(thing, DifferenceKind.Removed);

        DifferenceLine Line(T thing, DifferenceKind kind) => new(section, kind, (code ?? key)(thing), name(thing), place?.Invoke(thing));
    }

    private static IEnumerable<(DifferenceAspect Aspect, object? Before, object? After)> Aspects(
        (DifferenceAspect Aspect, object? Value)[] before, (DifferenceAspect Aspect, object? Value)[] after) =>
        before.Zip(after, (was, now) => (was.Aspect, was.Value, now.Value))
            .Where(change => Print(Compared(change.Item2)) != Print(Compared(change.Item3)))
            .Select(change => (change.Aspect, Shown(change.Item2), Shown(change.Item3)));

    private static object? Compared(object? value) => value is Known known ? known.Code : value;

    private static object? Shown(object? value) => value is Known known ? known.Value : value;

    /// <summary>Lists of a record are compared by what is in them, which records themselves do not.</summary>
    private static string Print(object? value) => JsonSerializer.Serialize(value);

    /// <summary>A thing of the template that another one points to: its new name is told with itself, not with all that point to it.</summary>
    private sealed record Known(string Code, object? Value);

    private sealed record Way(string Key, LocalText From, MoveKind Kind, string ToCode, LocalText? To, CycleMove Move)
    {
        public DifferencePlace Place => new(From, Kind, To);
    }
}
