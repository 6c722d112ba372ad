using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Matchmaking;

/// <summary>What every candidate is judged by.</summary>
/// <param name="Code">Stored with scores and weights, such as "C1".</param>
/// <param name="IsGate">Passed or failed, instead of points: who fails it cannot be chosen.</param>
/// <param name="Name">A few words.</param>
/// <param name="Hint">What to look at.</param>
/// <param name="Source">Where the criterion comes from.</param>
public sealed record Criterion(string Code, bool IsGate, LocalText Name, LocalText Hint, LocalText Source);
