using System.Text.RegularExpressions;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Cycles;

/// <summary>Something wrong with a template.</summary>
/// <param name="Code">Stable code, lower case with dashes.</param>
/// <param name="Path">The place, such as <c>states[3].parent</c>; empty for the whole template.</param>
/// <param name="Args">Values for the sentence that words the code.</param>
public sealed record TemplateRuleFault(string Code, string Path, params object[] Args);

/// <summary>What a template must be so that no project can get stuck in it. Pure; shape and types are the loader's business.</summary>
public static partial class TemplateRules
{
    /// <summary>A reminder lies within a year of its deadline, before or after.</summary>
    public const int FurthestReminder = 365;

    /// <summary>No stage and no deadline is longer than this many days: ex-post evaluations come five years on.</summary>
    public const int LongestDays = 3660;

    /// <summary>Everything wrong with the template; empty when it may be used.</summary>
    public static IReadOnlyList<TemplateRuleFault> Faults(CycleTemplate template) =>
    [
        .. Identity(template),
        .. Duplicates(template),
        .. template.States.SelectMany((state, i) => StateFaults(state, $"states[{i}]")),
        .. DeadlineRuleFaults.OfOrder(template),
        .. Lists(template),
        .. template.Moves.SelectMany((move, i) => move.Gate.SelectMany((c, j) => ConditionFaults(template, c, $"moves[{i}].gate[{j}]"))),
        .. MoveRules.Faults(template),
        .. MonitoringRuleFaults.Of(template.Monitoring),
    ];

    private static IEnumerable<TemplateRuleFault> Identity(CycleTemplate template)
    {
        foreach (var fault in Code(template.Id, "id"))
            yield return fault;
        if (template.Version < 1)
            yield return new("bad-version", "version", template.Version);
        foreach (var fault in Text(template.Name, "name").Concat(Text(template.Description, "description")))
            yield return fault;
    }

    private static IEnumerable<TemplateRuleFault> Duplicates(CycleTemplate template) =>
    [
        .. Repeated(template.States.Select((s, i) => (s.Code, $"states[{i}].code"))),
        .. template.States.SelectMany((s, i) => Repeated(s.Steps.Select((step, j) => (step.Code, $"states[{i}].steps[{j}].code")))),
        .. Repeated(template.States.SelectMany((s, i) => s.Deadlines.Select((d, j) => (d.Code, $"states[{i}].deadlines[{j}].code")))),
        .. Repeated(template.Moves.SelectMany((m, i) => m.Gate.Select((c, j) => (c.Code, $"moves[{i}].gate[{j}].code")))),
        .. Repeated(template.DocumentKinds.Select((d, i) => (d.Code, $"documentKinds[{i}].code"))),
        .. Repeated(template.Checklist.Select((c, i) => (c.Code, $"checklist[{i}].code"))),
        .. Repeated(template.Authorities.Select((a, i) => (a.Code, $"authorities[{i}].code"))),
        .. Repeated(template.RatingScale.Select((g, i) => (g.Code, $"ratingScale[{i}].code"))),
    ];

    private static IEnumerable<TemplateRuleFault> Repeated(IEnumerable<(string Code, string Path)> codes) =>
        codes.GroupBy(c => c.Code).SelectMany(same => same.Skip(1)).Select(c => new TemplateRuleFault("duplicate-code", c.Path, c.Code));

    private static IEnumerable<TemplateRuleFault> StateFaults(CycleState state, string path) =>
    [
        .. Code(state.Code, $"{path}.code"),
        .. Text(state.Name, $"{path}.name"),
        .. OptionalText(state.PartnerName, $"{path}.partnerName"),
        .. OptionalText(state.Purpose, $"{path}.purpose"),
        .. Days(state.ExpectedDays, 1, $"{path}.expectedDays"),
        .. StageOnly(state, path),
        .. state.Steps.SelectMany((step, i) => Code(step.Code, $"{path}.steps[{i}].code").Concat(Text(step.Name, $"{path}.steps[{i}].name"))),
        .. state.Deadlines.SelectMany((rule, i) => DeadlineRuleFaults.Of(rule, $"{path}.deadlines[{i}]")),
    ];

    /// <summary>What only begins on entering a stage would never begin elsewhere.</summary>
    private static IEnumerable<TemplateRuleFault> StageOnly(CycleState state, string path)
    {
        if (state.Kind == StateKind.Stage)
            yield break;
        if (state.ExpectedDays is not null)
            yield return new("stage-only", $"{path}.expectedDays", "expectedDays", state.Code);
        if (state.Steps.Count > 0)
            yield return new("stage-only", $"{path}.steps", "steps", state.Code);
        if (state.Deadlines.Count > 0)
            yield return new("stage-only", $"{path}.deadlines", "deadlines", state.Code);
    }

    private static IEnumerable<TemplateRuleFault> Lists(CycleTemplate template) =>
    [
        .. template.DocumentKinds.SelectMany((kind, i) => Code(kind.Code, $"documentKinds[{i}].code").Concat(Text(kind.Name, $"documentKinds[{i}].name"))),
        .. template.DocumentKinds.SelectMany((kind, i) => NeedFaults(kind, $"documentKinds[{i}].needs")),
        .. template.Checklist.SelectMany((item, i) => Code(item.Code, $"checklist[{i}].code")
            .Concat(Text(item.Text, $"checklist[{i}].text")).Concat(Roles(item.ConfirmedBy, $"checklist[{i}].confirmedBy"))),
        .. template.Authorities.SelectMany((body, i) => Code(body.Code, $"authorities[{i}].code")
            .Concat(Text(body.Name, $"authorities[{i}].name")).Concat(Roles(body.RecordedBy, $"authorities[{i}].recordedBy"))),
        .. template.RatingScale.SelectMany((grade, i) => Code(grade.Code, $"ratingScale[{i}].code").Concat(Text(grade.Name, $"ratingScale[{i}].name"))),
        .. ScaleFaults(template.RatingScale),
    ];

    /// <summary>A scale tells success from failure, and its grades go from the best down.</summary>
    private static IEnumerable<TemplateRuleFault> ScaleFaults(IReadOnlyList<RatingGrade> scale)
    {
        if (scale.Count > 0 && scale.Select(g => g.Means).Distinct().Count() < 2)
            yield return new("one-sided-scale", "ratingScale");
        foreach (var (grade, i) in scale.Select((grade, i) => (grade, i)).Skip(1).Where(g => g.grade.Means < scale[g.i - 1].Means))
            yield return new("scale-order", $"ratingScale[{i}]", grade.Code);
    }

    private static IEnumerable<TemplateRuleFault> NeedFaults(DocumentKind kind, string path)
    {
        var (code, known) = Work;
        return kind.Needs.Except(known).Select(part => new TemplateRuleFault(code, path, part, string.Join(", ", known)));
    }

    private static IEnumerable<TemplateRuleFault> ConditionFaults(CycleTemplate template, GateCondition condition, string path)
    {
        foreach (var fault in Code(condition.Code, $"{path}.code").Concat(Text(condition.Text, $"{path}.text")).Concat(Roles(condition.SuppliedBy, $"{path}.suppliedBy")))
            yield return fault;
        var (code, known) = Subjects(template, condition.Kind);
        if (!known.Contains(condition.Subject))
            yield return new(code, $"{path}.subject", condition.Subject, string.Join(", ", known));
        foreach (var role in condition.SuppliedBy.Except(MaySupply(template, condition)))
            yield return new("cannot-supply", $"{path}.suppliedBy", role.ToString().ToLowerInvariant(), condition.Subject);
    }

    /// <summary>Whoever is named as supplier must be able to: items and authorities say who may enter them, the rights say who attaches and edits.</summary>
    private static IEnumerable<Role> MaySupply(CycleTemplate template, GateCondition condition) => condition.Kind switch
    {
        ConditionKind.Checklist => template.Checklist.FirstOrDefault(c => c.Code == condition.Subject)?.ConfirmedBy ?? condition.SuppliedBy,
        ConditionKind.Decision => template.Authorities.FirstOrDefault(a => a.Code == condition.Subject)?.RecordedBy ?? condition.SuppliedBy,
        ConditionKind.Document => Rights.AttachDocument.Roles,
        ConditionKind.Work => Rights.EditWork.Roles,
        _ => Rights.EditProject.Roles,
    };

    private static (string FaultCode, IReadOnlyList<string> Known) Subjects(CycleTemplate template, ConditionKind kind) => kind switch
    {
        ConditionKind.Document => ("unknown-document-kind", [.. template.DocumentKinds.Select(d => d.Code)]),
        ConditionKind.Checklist => ("unknown-checklist-item", [.. template.Checklist.Select(c => c.Code)]),
        ConditionKind.Decision => ("unknown-authority", [.. template.Authorities.Select(a => a.Code)]),
        ConditionKind.Field => ("unknown-field", ProjectFields.All),
        ConditionKind.Date => ("unknown-date", ProjectFields.Dates),
        ConditionKind.Work => Work,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static (string FaultCode, IReadOnlyList<string> Known) Work => ("unknown-work", [.. WorkParts.All.Select(p => p.Code)]);

    internal static IEnumerable<TemplateRuleFault> Code(string code, string path)
    {
        if (!CodePattern().IsMatch(code) || code == CycleMove.Previous)
            yield return new("bad-code", path, code);
    }

    internal static IEnumerable<TemplateRuleFault> Text(LocalText text, string path) =>
        Languages.All.Where(language => string.IsNullOrWhiteSpace(language == Languages.English ? text.En : text.Id))
            .Select(language => new TemplateRuleFault("missing-text", $"{path}.{language}", language));

    private static IEnumerable<TemplateRuleFault> OptionalText(LocalText? text, string path) =>
        text is null || text == LocalText.Empty ? [] : Text(text, path);

    internal static IEnumerable<TemplateRuleFault> Days(int? days, int least, string path, int most = LongestDays)
    {
        if (days < least || days > most)
            yield return new("out-of-range", path, days, least, most);
    }

    private static IEnumerable<TemplateRuleFault> Roles(IReadOnlyList<Role> roles, string path)
    {
        if (roles.Count == 0)
            yield return new("no-roles", path);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex CodePattern();
}
