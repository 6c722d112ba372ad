using System.Collections.Frozen;

namespace ProjectCycle.Domain.Cycles;

/// <summary>All a gate needs to know of a project, loaded before the machine decides: guards ask nothing else.</summary>
/// <param name="DocumentKinds">Kinds of the documents attached.</param>
/// <param name="ConfirmedItems">Checklist items confirmed and not withdrawn.</param>
/// <param name="Approvals">Authorities whose latest decision approves.</param>
/// <param name="FilledFields">Codes of <see cref="ProjectFields"/> that hold something.</param>
/// <param name="Dates">Known dates by code of <see cref="ProjectFields"/>.</param>
/// <param name="CompleteWork">Codes of <see cref="Work.WorkParts"/> that are complete, at least those the template asks for.</param>
/// <param name="Today">The unit's business date.</param>
public sealed record GateFacts(
    IReadOnlySet<string> DocumentKinds,
    IReadOnlySet<string> ConfirmedItems,
    IReadOnlySet<string> Approvals,
    IReadOnlySet<string> FilledFields,
    IReadOnlyDictionary<string, DateOnly> Dates,
    IReadOnlySet<string> CompleteWork,
    DateOnly Today)
{
    /// <summary>Nothing known: every condition is unmet.</summary>
    public static GateFacts None(DateOnly today) =>
        new(FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenDictionary<string, DateOnly>.Empty, FrozenSet<string>.Empty, today);

    /// <summary>True when <paramref name="condition"/> is met.</summary>
    public bool Satisfy(GateCondition condition) => condition.Kind switch
    {
        ConditionKind.Document => DocumentKinds.Contains(condition.Subject),
        ConditionKind.Checklist => ConfirmedItems.Contains(condition.Subject),
        ConditionKind.Decision => Approvals.Contains(condition.Subject),
        ConditionKind.Field => FilledFields.Contains(condition.Subject),
        ConditionKind.Date => Dates.TryGetValue(condition.Subject, out var date) && date <= Today,
        ConditionKind.Work => CompleteWork.Contains(condition.Subject),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };
}
