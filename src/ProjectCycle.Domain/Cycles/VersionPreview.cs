using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Cycles;

/// <summary>A condition of the gate ahead by the newer version.</summary>
/// <param name="Check">The condition and whether what the project has meets it.</param>
/// <param name="IsNew">The present version does not ask for this.</param>
public sealed record PreviewedCondition(ConditionCheck Check, bool IsNew);

/// <summary>What moving a project to another version of its template would mean. Made of facts loaded before; changes nothing.</summary>
public sealed record VersionPreview
{
    public required CycleTemplate From { get; init; }
    public required CycleTemplate To { get; init; }

    /// <summary>Why it cannot be done; empty when it can.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>The way on by the present version; null where there is none.</summary>
    public required GateCheck? Before { get; init; }

    /// <summary>The way on by the other version: what the gate will say once the project is moved. Null where there is none.</summary>
    public required GateCheck? After { get; init; }

    /// <summary>What the gate will lack: these very conditions are unmet once the project is moved.</summary>
    public IReadOnlyList<PreviewedCondition> Missing => [.. Asked.Where(c => !c.Check.IsMet)];

    /// <summary>What is carried: already there and counted by the other version too.</summary>
    public IReadOnlyList<PreviewedCondition> Carried => [.. Asked.Where(c => c.Check.IsMet)];

    /// <summary>What the present version asks for and the other one does not.</summary>
    public IReadOnlyList<ConditionCheck> Dropped =>
        [.. (Before?.Conditions ?? []).Where(c => !Asks(After, c.Condition))];

    private IEnumerable<PreviewedCondition> Asked =>
        (After?.Conditions ?? []).Select(c => new PreviewedCondition(c, !Asks(Before, c.Condition)));

    /// <summary>Compares two versions for a project as it stands.</summary>
    public static VersionPreview Of(CycleTemplate from, CycleTemplate to, Project project, GateFacts facts)
    {
        var refusals = RefusalsOf(from, to, project).ToList();
        return new VersionPreview
        {
            From = from,
            To = to,
            Refusals = refusals,
            Before = CycleMachine.For(from, project, facts).WayOn(),
            After = to.States.Any(s => s.Code == project.State) ? CycleMachine.For(to, project, facts).WayOn() : null,
        };
    }

    /// <summary>The rules of the project's stage that only the other version has: what runs already stays as it is.</summary>
    public static IReadOnlyList<DeadlineRule> AddedRules(CycleTemplate from, CycleTemplate to, string state)
    {
        var known = from.State(state).Deadlines.Select(rule => rule.Code).ToHashSet();
        return [.. to.State(state).Deadlines.Where(rule => !known.Contains(rule.Code))];
    }

    /// <summary>A held project would come back to a stage of a version it never stood in; an ended one stays as it ended.</summary>
    private static IEnumerable<Refusal> RefusalsOf(CycleTemplate from, CycleTemplate to, Project project)
    {
        if (from.Version == to.Version)
            yield return new Refusal("version-same", null, to.Version);
        else if (from.State(project.State).Kind != StateKind.Stage)
            yield return new Refusal("version-not-in-stage");
        else if (!to.Stages.Any(stage => stage.Code == project.State))
            yield return new Refusal("version-without-stage", null, to.Version, from.State(project.State).Name);
    }

    private static bool Asks(GateCheck? gate, GateCondition condition) =>
        gate?.Conditions.Any(c => (c.Condition.Code, c.Condition.Kind, c.Condition.Subject) == (condition.Code, condition.Kind, condition.Subject)) == true;
}
