namespace ProjectCycle.Domain.Cycles;

/// <summary>What people fire to make a move.</summary>
/// <param name="Kind">The kind of move.</param>
/// <param name="To">The destination, for a return alone: it has one trigger for each stage it may go back to.</param>
public readonly record struct Trigger(MoveKind Kind, string? To = null);

/// <summary>A condition of a transition.</summary>
/// <param name="Code">What is told when it does not hold.</param>
/// <param name="Holds">Pure: asks nothing but facts already loaded.</param>
public sealed record Guard(string Code, Func<bool> Holds);

/// <summary>A change of state that took place.</summary>
/// <typeparam name="TTrigger">What is fired: each machine has its own.</typeparam>
public sealed record Transition<TTrigger>(string From, string To, TTrigger Trigger);

/// <summary>
/// The seam behind which the state machine stands. What an engine promises is written down in the tests as
/// <c>CycleMachineContract</c>; another engine is an adapter that passes them. Built for one use, not thread-safe.
/// </summary>
/// <typeparam name="TTrigger">What is fired: each machine has its own.</typeparam>
public interface IStateMachine<TTrigger>
{
    /// <summary>The current state, asked of its owner each time.</summary>
    string State { get; }

    /// <summary>Begins or continues the description of a state.</summary>
    IStateConfiguration<TTrigger> Configure(string state);

    /// <summary>True when every guard of the trigger holds in the current state.</summary>
    /// <param name="trigger">What would be fired.</param>
    /// <param name="unmet">Codes of all guards that do not hold; null when the trigger does not exist in this state.</param>
    bool CanFire(TTrigger trigger, out IReadOnlyList<string>? unmet);

    /// <summary>Makes the transition; firing what cannot be fired is a bug and throws <see cref="InvalidOperationException"/>.</summary>
    void Fire(TTrigger trigger);

    /// <summary>Has <paramref name="told"/> called after each transition, when the new state is already written.</summary>
    void OnTransitioned(Action<Transition<TTrigger>> told);

    /// <summary>True when <paramref name="code"/> is the current state or a group around it.</summary>
    bool IsInState(string code);

    /// <summary>All triggers of the current state and the groups around it, whether their guards hold or not.</summary>
    IReadOnlyList<TTrigger> Triggers { get; }

    /// <summary>Those of <see cref="Triggers"/> that can be fired now.</summary>
    IReadOnlyList<TTrigger> PermittedTriggers { get; }
}

/// <summary>The description of one state.</summary>
public interface IStateConfiguration<TTrigger>
{
    /// <summary>Puts the state into a group, whose transitions then hold for it too.</summary>
    IStateConfiguration<TTrigger> SubstateOf(string parent);

    /// <summary>
    /// A transition; a second one for the same trigger is refused. What a state describes itself hides the same trigger of
    /// its groups altogether: a guard that does not hold never opens a way further out.
    /// </summary>
    IStateConfiguration<TTrigger> PermitIf(TTrigger trigger, string to, params IEnumerable<Guard> guards);
}
