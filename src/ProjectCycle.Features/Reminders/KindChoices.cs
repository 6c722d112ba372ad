using ProjectCycle.Domain.Reminders;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Features.Reminders;

/// <summary>The kinds of deadlines a policy can be made for.</summary>
public static class KindChoices
{
    /// <summary>Set by hand, following a part of the work, and the rules of all current templates.</summary>
    public static IReadOnlyList<string> Of(TemplateCatalog templates) =>
    [
        DeadlineKinds.ByHand,
        Domain.Deadlines.Deadline.FollowUps,
        Domain.Deadlines.Deadline.Guarantees,
        .. WorkParts.All.Select(part => part.Code),
        Domain.Ledger.Covenant.PartCode,
        .. templates.Current().SelectMany(template => template.States).SelectMany(state => state.Deadlines).Select(rule => rule.Code).Distinct().Order(StringComparer.Ordinal),
    ];
}
