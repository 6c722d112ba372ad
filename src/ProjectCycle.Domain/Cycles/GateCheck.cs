using System.Text.Json;

namespace ProjectCycle.Domain.Cycles;

/// <summary>A condition of a gate as it stands for a project now.</summary>
public sealed record ConditionCheck(GateCondition Condition, bool IsMet);

/// <summary>The answer to "may this project make this move?": always with every condition, never silent.</summary>
public sealed record GateCheck
{
    public required Trigger Trigger { get; init; }

    /// <summary>The state the project is in.</summary>
    public required string From { get; init; }

    /// <summary>Where the move leads, "previous" already resolved; null when this state has no such move.</summary>
    public string? To { get; init; }

    /// <summary>The whole gate in the template's order, met and unmet.</summary>
    public IReadOnlyList<ConditionCheck> Conditions { get; init; } = [];

    /// <summary>False when this state has no such move at all.</summary>
    public bool IsAvailable => To is not null;

    /// <summary>True when the move can be made now.</summary>
    public bool IsOpen => IsAvailable && !Unmet.Any();

    /// <summary>The conditions that still stand in the way.</summary>
    public IEnumerable<ConditionCheck> Unmet => Conditions.Where(c => !c.IsMet);

    /// <summary>
    /// Why not; empty when open. <c>move-not-available</c> with the kind and the state, both as codes, or one <c>gate-unmet</c>
    /// for each unmet condition with its code and its <see cref="Language.LocalText"/>.
    /// </summary>
    public IReadOnlyList<Refusal> Refusals => IsAvailable
        ? [.. Unmet.Select(c => new Refusal("gate-unmet", null, c.Condition.Code, c.Condition.Text))]
        : [new Refusal("move-not-available", null, Trigger.Kind.ToString().ToLowerInvariant(), From)];

    /// <summary>For <see cref="StageMove.Gate"/>: codes and how they stood, such as <c>[{"code":"concept-note","met":true}]</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(Conditions.Select(c => new { code = c.Condition.Code, met = c.IsMet }));
}

/// <summary>A move that was made.</summary>
/// <param name="Check">The gate as it stood.</param>
/// <param name="To">The state entered.</param>
/// <param name="On">The business date.</param>
/// <param name="Stayed">Days the project had been in the state it left.</param>
public sealed record MoveMade(GateCheck Check, string To, DateOnly On, int Stayed)
{
    public MoveKind Kind => Check.Trigger.Kind;

    /// <summary>The state left.</summary>
    public string From => Check.From;
}
