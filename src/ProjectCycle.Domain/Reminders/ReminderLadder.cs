namespace ProjectCycle.Domain.Reminders;

/// <summary>A person on a rung of the ladder.</summary>
/// <param name="After">Told after so many days overdue, 0 with the first overdue step; null from the first step on.</param>
public sealed record Rung(Guid PersonId, ReminderRole Role, int? After)
{
    /// <summary>True when somebody on this rung is told of a step.</summary>
    public bool Hears(int step) => After is not { } days || (days == 0 ? step < 0 : step <= -days);
}

/// <summary>A person to tell of a deadline, with the steps they are told of.</summary>
/// <param name="Policy">The policy that asks for it.</param>
/// <param name="Rungs">Where they stand; at least one.</param>
/// <param name="Steps">The latest first.</param>
public sealed record Addressee(Guid PersonId, ReminderPolicy Policy, IReadOnlyList<Rung> Rungs, IReadOnlyList<int> Steps)
{
    /// <summary>As what they are told of <paramref name="step"/>.</summary>
    public ReminderRole RoleAt(int step) => Rungs.First(rung => rung.Hears(step)).Role;
}

/// <summary>
/// Who is told of a deadline: those of the audience from the start, managers and head of the unit once it has been overdue for long
/// enough. Where nobody of the audience is there any more, the managers take over from the start.
/// </summary>
public sealed class ReminderLadder
{
    private readonly Dictionary<(ReminderPolicy, string, int?), IReadOnlyList<int>> _steps = [];

    /// <summary>Everybody to tell, each once.</summary>
    /// <param name="policy">The policy that holds.</param>
    /// <param name="own">The deadline's own steps, comma-separated, for policies that bring none.</param>
    /// <param name="holders">The people in a role for this deadline.</param>
    /// <param name="isThere">False for people who have left.</param>
    public IEnumerable<Addressee> Of(ReminderPolicy policy, string own, Func<ReminderRole, IEnumerable<Guid>> holders, Func<Guid, bool> isThere) =>
        Rungs(policy, holders, isThere)
            .GroupBy(rung => rung.PersonId)
            .Select(person => new Addressee(person.Key, policy, [.. person], Steps(policy, own, [.. person])));

    /// <summary>All steps of a policy, the latest first.</summary>
    public IReadOnlyList<int> Steps(ReminderPolicy policy, string own, int? after = null)
    {
        if (!_steps.TryGetValue((policy, own, after), out var steps))
            _steps[(policy, own, after)] = steps = policy.Steps(Deadlines.Deadline.ReadOffsets(own), after);
        return steps;
    }

    private IReadOnlyList<int> Steps(ReminderPolicy policy, string own, IReadOnlyList<Rung> rungs) =>
        rungs.Count == 1
            ? Steps(policy, own, rungs[0].After)
            : [.. rungs.SelectMany(rung => Steps(policy, own, rung.After)).Distinct().Order()];

    private static List<Rung> Rungs(ReminderPolicy policy, Func<ReminderRole, IEnumerable<Guid>> holders, Func<Guid, bool> isThere)
    {
        var rungs = policy.Roles.SelectMany(role => On(role, after: null)).ToList();
        if (!rungs.Exists(rung => isThere(rung.PersonId)))
            rungs.AddRange(On(ReminderRole.Manager, after: null));
        else if (policy.ManagersAfter is { } days)
            rungs.AddRange(On(ReminderRole.Manager, days));
        if (policy.HeadAfter is { } late)
            rungs.AddRange(On(ReminderRole.Head, late));
        return rungs;

        IEnumerable<Rung> On(ReminderRole role, int? after) => holders(role).Select(person => new Rung(person, role, after));
    }
}
