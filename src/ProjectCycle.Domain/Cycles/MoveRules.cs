namespace ProjectCycle.Domain.Cycles;

/// <summary>The part of <see cref="TemplateRules"/> about how states hang together.</summary>
internal static class MoveRules
{
    /// <summary>Faults of references first; only when every reference leads somewhere is it worth looking at the whole.</summary>
    public static IReadOnlyList<TemplateRuleFault> Faults(CycleTemplate template)
    {
        List<TemplateRuleFault> faults =
        [
            .. Start(template),
            .. template.States.SelectMany((state, i) => Parent(template, state, $"states[{i}].parent")),
            .. template.Moves.SelectMany((move, i) => Ends(template, move, $"moves[{i}]")),
            .. Repeated(template),
        ];
        return faults.Count > 0 || template.States.DistinctBy(s => s.Code).Count() < template.States.Count ? faults : [.. Whole(template)];
    }

    private static IEnumerable<TemplateRuleFault> Start(CycleTemplate template)
    {
        if (Find(template, template.Start) is not { } start)
            yield return Unknown(template, template.Start, "start");
        else if (start.Kind != StateKind.Stage)
            yield return new("start-not-stage", "start", template.Start);
    }

    private static IEnumerable<TemplateRuleFault> Parent(CycleTemplate template, CycleState state, string path)
    {
        if (state.Parent is null)
            yield break;
        if (Find(template, state.Parent) is not { } parent)
            yield return Unknown(template, state.Parent, path);
        else if (parent.Kind != StateKind.Group || state.Kind is not (StateKind.Group or StateKind.Stage))
            yield return new("bad-parent", path, state.Code, state.Parent);
        else if (IsOwnAncestor(template, state))
            yield return new("parent-cycle", path, state.Code);
    }

    /// <summary>Walks at most as far as there are states: a cycle has no end to arrive at.</summary>
    private static bool IsOwnAncestor(CycleTemplate template, CycleState state)
    {
        var above = Find(template, state.Parent);
        for (var i = 0; i < template.States.Count && above is not null; i++)
        {
            if (above.Code == state.Code)
                return true;
            above = Find(template, above.Parent);
        }

        return false;
    }

    private static IEnumerable<TemplateRuleFault> Ends(CycleTemplate template, CycleMove move, string path)
    {
        var kind = Word(move.Kind);
        var from = Find(template, move.From);
        if (from is null)
            yield return Unknown(template, move.From, $"{path}.from");
        else if (!StartsFrom(move.Kind, from.Kind))
            yield return new("bad-source", $"{path}.from", kind, move.From, Word(from.Kind));

        if (move.To.Count == 0 || (move.To.Count > 1 && move.Kind != MoveKind.Return))
            yield return new("bad-destination-count", $"{path}.to", kind, move.To.Count);
        foreach (var (to, i) in move.To.Select((to, i) => (to, i)))
            foreach (var fault in Destination(template, move, from, to, $"{path}.to[{i}]"))
                yield return fault;
    }

    private static IEnumerable<TemplateRuleFault> Destination(CycleTemplate template, CycleMove move, CycleState? from, string to, string path)
    {
        var goesBack = move.Kind is MoveKind.Resume or MoveKind.Reopen;
        if (to == CycleMove.Previous)
        {
            if (!goesBack)
                yield return new("bad-previous", path, Word(move.Kind));
        }
        else if (Find(template, to) is not { } target)
            yield return Unknown(template, to, path);
        else if (target.Kind != EndsIn(move.Kind))
            yield return new("bad-destination", path, Word(move.Kind), to, Word(target.Kind));
        else if (from is not null && !goesBack && target.Kind == StateKind.Stage && !IsRightWay(template, move.Kind, from.Code, to))
            yield return new("wrong-direction", path, Word(move.Kind), move.From, to);
    }

    private static bool StartsFrom(MoveKind move, StateKind state) => move switch
    {
        MoveKind.Advance or MoveKind.Return => state is StateKind.Stage,
        MoveKind.Hold or MoveKind.Close => state is StateKind.Stage or StateKind.Group,
        MoveKind.Resume => state is StateKind.Held,
        MoveKind.Drop => state is StateKind.Stage or StateKind.Group or StateKind.Held,
        MoveKind.Reopen => state is StateKind.Closed or StateKind.Dropped,
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    private static StateKind EndsIn(MoveKind move) => move switch
    {
        MoveKind.Hold => StateKind.Held,
        MoveKind.Drop => StateKind.Dropped,
        MoveKind.Close => StateKind.Closed,
        _ => StateKind.Stage,
    };

    private static bool IsRightWay(CycleTemplate template, MoveKind kind, string from, string to) =>
        kind == MoveKind.Advance ? template.IsEarlier(from, to) : template.IsEarlier(to, from);

    private static IEnumerable<TemplateRuleFault> Repeated(CycleTemplate template) => template.Moves
        .SelectMany((move, i) => move.Triggers.Select(trigger => (move.From, trigger, Path: $"moves[{i}]")))
        .GroupBy(m => (m.From, m.trigger))
        .SelectMany(same => same.Skip(1))
        .Select(m => new TemplateRuleFault("duplicate-move", m.Path, Word(m.trigger.Kind), m.From));

    private static IEnumerable<TemplateRuleFault> Whole(CycleTemplate template)
    {
        var reached = Reachable(template, template.Start);
        var hasEnd = template.States.Any(s => s.Kind == StateKind.Closed);
        if (!hasEnd)
            yield return new("no-closed-state", "states");
        foreach (var (state, i) in template.States.Select((state, i) => (state, i)).Where(s => s.state.Kind == StateKind.Stage))
        {
            if (!reached.Contains(state.Code))
                yield return new("unreachable-stage", $"states[{i}]", state.Code, template.Start);
            if (!HasWayOn(template, state))
                yield return new("no-way-on", $"states[{i}]", state.Code);
            else if (hasEnd && !Reachable(template, state.Code).Any(code => template.State(code).Kind == StateKind.Closed))
                yield return new("no-way-to-closed", $"states[{i}]", state.Code);
        }

        foreach (var fault in template.Moves.SelectMany((move, i) => OnAncestor(template, move, $"moves[{i}]")))
            yield return fault;
    }

    private static bool HasWayOn(CycleTemplate template, CycleState stage) =>
        WaysFrom(template, stage.Code).Any(move => move.Kind is MoveKind.Advance or MoveKind.Close);

    private static IEnumerable<CycleMove> WaysFrom(CycleTemplate template, string state) =>
        template.Lineage(state).SelectMany(s => template.Moves.Where(m => m.From == s.Code));

    /// <summary>The state and all to which moves lead from it; "previous" leads nowhere new.</summary>
    private static HashSet<string> Reachable(CycleTemplate template, string from)
    {
        HashSet<string> reached = [from];
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var state))
            foreach (var to in WaysFrom(template, state).SelectMany(m => m.To).Where(to => to != CycleMove.Previous && reached.Add(to)))
                next.Enqueue(to);
        return reached;
    }

    /// <summary>Two gates for one trigger, one inside the other: engines differ in which counts, so neither is allowed.</summary>
    private static IEnumerable<TemplateRuleFault> OnAncestor(CycleTemplate template, CycleMove move, string path) =>
        from ancestor in template.Lineage(move.From).Skip(1)
        from outer in template.Moves
        where outer.From == ancestor.Code && outer.Triggers.Intersect(move.Triggers).Any() && move.Gate.Count + outer.Gate.Count > 0
        select new TemplateRuleFault("guarded-on-ancestor", path, Word(move.Kind), move.From, ancestor.Code);

    private static CycleState? Find(CycleTemplate template, string? code) => template.States.FirstOrDefault(s => s.Code == code);

    private static TemplateRuleFault Unknown(CycleTemplate template, string code, string path) =>
        new("unknown-state", path, code, string.Join(", ", template.States.Select(s => s.Code)));

    private static string Word<T>(T kind)
        where T : struct, Enum => kind.ToString().ToLowerInvariant();
}
