using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Cycles;

/// <summary>
/// Drives one project through its template: says which moves there are and what they still need, and makes them. The only
/// writer of a project's state. Facts are loaded before; nothing here asks a database or a clock.
/// </summary>
public sealed class CycleMachine
{
    private readonly CycleTemplate _template;
    private readonly Project _project;
    private readonly GateFacts _facts;
    private readonly Func<Func<string>, Action<string>, IStateMachine<Trigger>> _engine;

    private CycleMachine(CycleTemplate template, Project project, GateFacts facts, Func<Func<string>, Action<string>, IStateMachine<Trigger>> engine)
    {
        _template = template;
        _project = project;
        _facts = facts;
        _engine = engine;
    }

    /// <summary>The machine for a project. A state that the template does not know is a bug and throws.</summary>
    /// <param name="template">The project's own version to move it; another one only to ask what it would say.</param>
    /// <param name="project">The project.</param>
    /// <param name="facts">What its gates may count on.</param>
    /// <param name="engine">Another engine than <see cref="TableMachine{TTrigger}"/>, built from reader and writer of the state.</param>
    public static CycleMachine For(
        CycleTemplate template, Project project, GateFacts facts, Func<Func<string>, Action<string>, IStateMachine<Trigger>>? engine = null)
    {
        _ = template.State(project.State);
        return new CycleMachine(template, project, facts, engine ?? ((read, write) => new TableMachine<Trigger>(read, write)));
    }

    /// <summary>Every move this state has, open or not, in the order of <see cref="MoveKind"/>.</summary>
    public IReadOnlyList<GateCheck> Moves()
    {
        var engine = Build(_ => { });
        return [.. engine.Triggers.OrderBy(t => t.Kind).Select(t => Check(engine, t))];
    }

    /// <summary>The move that leads on, open or not: the advance, else the close; null where there is neither.</summary>
    public GateCheck? WayOn() => Moves().FirstOrDefault(move => move.Trigger.Kind is MoveKind.Advance or MoveKind.Close);

    /// <summary>What this move would need; also answers for a move that the state does not have.</summary>
    public GateCheck Check(Trigger trigger) => Check(Build(_ => { }), trigger);

    /// <summary>Makes the move, dated <paramref name="on"/>, or says why not and changes nothing.</summary>
    public Outcome<MoveMade> Fire(Trigger trigger, DateOnly on)
    {
        if ((_template.Id, _template.Version) != (_project.TemplateId, _project.TemplateVersion))
            throw new InvalidOperationException($"{_project.Code} is pinned to {_project.TemplateId} {_project.TemplateVersion}, not {_template.Id} {_template.Version}.");
        var check = Check(trigger);
        if (!check.IsOpen)
            return check.Refusals.ToList();

        var stayed = _project.DaysInState(on);
        Transition<Trigger>? made = null;
        var engine = Build(to => _project.Enter(to, on, ResumeToIn(to)));
        engine.OnTransitioned(transition => made = transition);
        engine.Fire(trigger);
        return new MoveMade(check, made!.To, on, stayed);
    }

    /// <summary>True when the project is in this state or in a state of this group.</summary>
    public bool IsInState(string code) => Build(_ => { }).IsInState(code);

    private GateCheck Check(IStateMachine<Trigger> engine, Trigger trigger)
    {
        var open = engine.CanFire(trigger, out var unmet);
        if (unmet is null)
            return new GateCheck { Trigger = trigger, From = _project.State };
        var move = _template.MoveFrom(_project.State, trigger)!;
        return new GateCheck
        {
            Trigger = trigger,
            From = _project.State,
            To = Destination(move, trigger),
            Conditions = [.. move.Gate.Select(c => new ConditionCheck(c, open || !unmet.Contains(c.Code)))],
        };
    }

    /// <summary>Built anew for every question: "previous" means another stage after each move.</summary>
    private IStateMachine<Trigger> Build(Action<string> write)
    {
        var engine = _engine(() => _project.State, write);
        foreach (var state in _template.States.Where(s => s.Parent is not null))
            engine.Configure(state.Code).SubstateOf(state.Parent!);
        foreach (var move in _template.Moves)
            foreach (var trigger in move.Triggers)
                if (Destination(move, trigger) is { } to)
                    engine.Configure(move.From).PermitIf(trigger, to, move.Gate.Select(c => new Guard(c.Code, () => _facts.Satisfy(c))));
        return engine;
    }

    /// <summary>Null when the move leads to the previous stage and there was none.</summary>
    private string? Destination(CycleMove move, Trigger trigger)
    {
        var to = trigger.To ?? move.To[0];
        return to == CycleMove.Previous ? _project.ResumeTo : to;
    }

    /// <summary>Leaving a stage for a hold or an end remembers it; going from there to another end keeps what is remembered.</summary>
    private string? ResumeToIn(string to)
    {
        if (_template.State(to).Kind == StateKind.Stage)
            return null;
        return _template.State(_project.State).Kind == StateKind.Stage ? _project.State : _project.ResumeTo;
    }
}
