using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Reminders;

/// <summary>How steps, policies and states of reminders are worded.</summary>
public sealed class ReminderWords(Texts texts, Show show, TemplateCatalog templates)
{
    /// <summary>"7 days before", "on the day", "3 days after".</summary>
    /// <param name="offset">Days before the due date; negative is overdue.</param>
    public string Step(int offset) => offset switch
    {
        0 => texts["reminders.step.day"],
        > 0 => texts.Count("reminders.step.before", offset),
        _ => texts.Count("reminders.step.after", -offset),
    };

    /// <summary>The tone of a state, for its colour.</summary>
    public static string Tone(MailState state) => state switch
    {
        MailState.Sent => "ok",
        MailState.Failed => "risk",
        MailState.Owed or MailState.Sending => "warn",
        _ => "quiet",
    };

    /// <summary>The icon of a state.</summary>
    public static string Icon(MailState state) => state switch
    {
        MailState.Sent => "check-circle-fill",
        MailState.Failed => "x-octagon-fill",
        MailState.Owed or MailState.Sending => "hourglass-split",
        _ => "slash-circle",
    };

    /// <summary>A kind of deadlines: the name of the template's rule, of the part of the work, or that they are set by hand.</summary>
    public string Kind(string code) =>
        code == DeadlineKinds.ByHand ? texts["reminders.kind.by-hand"]
        : Texts.Has($"work.{code}") ? texts.Code("work", code)
        : Rules().TryGetValue(code, out var name) ? name : code;

    /// <summary>A template by its name.</summary>
    public string Template(string id) => templates.Current(id) is { } template ? show.Text(template.Name) : id;

    /// <summary>For what a policy is made: "PMU Jambi · KfW · Progress report".</summary>
    /// <param name="unit">Name of its unit; null for all units.</param>
    public string Place(ReminderPolicy policy, string? unit) =>
        policy.IsDefault
            ? texts["reminders.policy.default"]
            : string.Join(" · ", new[] { unit ?? (policy.UnitId is null ? texts["reminders.policy.all-units"] : ""), policy.TemplateId is { } id ? Template(id) : "", policy.Kind is { } kind ? Kind(kind) : "" }.Where(word => word.Length > 0));

    /// <summary>The steps of a policy: "90, 30, 14, 7, 1, 0", then how often it repeats.</summary>
    public string Steps(ReminderPolicy policy) =>
        string.Join("; ", new[] { policy.Offsets?.Replace(",", ", ", StringComparison.Ordinal) ?? texts["reminders.policy.own-steps"], policy.Repeat == OverdueRepeat.None ? "" : texts.Enum(policy.Repeat) }.Where(word => word.Length > 0));

    /// <summary>Who is told by a policy, from the start and later.</summary>
    public string Audience(ReminderPolicy policy) =>
        string.Join("; ", policy.Roles.Select(role => texts.Enum(role)).Concat(Later(ReminderRole.Manager, policy.ManagersAfter)).Concat(Later(ReminderRole.Head, policy.HeadAfter)));

    /// <summary>The kinds a policy can be made for.</summary>
    public IEnumerable<SelectListItem> Kinds() =>
        KindChoices.Of(templates).Select(code => new SelectListItem(Kind(code), code)).Prepend(new SelectListItem(texts["reminders.policy.any-kind"], ""));

    private IEnumerable<string> Later(ReminderRole role, int? after) => after switch
    {
        null => [],
        0 => [texts["reminders.policy.when-overdue", texts.Enum(role)]],
        { } days => [texts["reminders.policy.after-days", texts.Enum(role), days.ToString(CultureInfo.CurrentCulture)]],
    };

    private Dictionary<string, string> Rules() =>
        templates.Current().SelectMany(template => template.States).SelectMany(state => state.Deadlines)
            .GroupBy(rule => rule.Code).ToDictionary(same => same.Key, same => show.Text(same.First().Name));
}
