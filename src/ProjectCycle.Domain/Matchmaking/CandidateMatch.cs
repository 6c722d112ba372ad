namespace ProjectCycle.Domain.Matchmaking;

/// <summary>How well a candidate fits, from its scores alone.</summary>
/// <param name="Percent">Sum of weight x points over sum of weight x most points, of the scored criteria, as a percentage; null while none is scored.</param>
/// <param name="Scored">How many criteria with a weight have points.</param>
/// <param name="OutOf">How many criteria have a weight.</param>
/// <param name="FailedGates">Codes of the gates it failed.</param>
/// <param name="Missing">Codes of the gates and the criteria with a weight that nobody has judged yet.</param>
public sealed record CandidateMatch(decimal? Percent, int Scored, int OutOf, IReadOnlyList<string> FailedGates, IReadOnlyList<string> Missing)
{
    /// <summary>Both gates passed, and every criterion that counts scored.</summary>
    public bool MayBeChosen => FailedGates.Count == 0 && Missing.Count == 0;

    /// <summary>The match of one candidate. Criteria with weight 0 count for nothing and need no points.</summary>
    /// <param name="criteria">All criteria, gates among them.</param>
    /// <param name="weightOf">The weight of a criterion by its code, 0 or more.</param>
    /// <param name="scores">The candidate's scores, at most one for each criterion.</param>
    public static CandidateMatch Of(IEnumerable<Criterion> criteria, Func<string, int> weightOf, IEnumerable<CandidateScore> scores)
    {
        var given = scores.ToDictionary(score => score.CriterionCode);
        var known = criteria.ToList();
        var gates = known.Where(criterion => criterion.IsGate).Select(criterion => criterion.Code).ToList();
        var counting = known.Where(criterion => !criterion.IsGate && weightOf(criterion.Code) > 0).Select(criterion => criterion.Code).ToList();
        var scored = counting.Where(code => given.GetValueOrDefault(code)?.Points is not null).ToList();
        return new CandidateMatch(
            PercentOf([.. scored.Select(code => (weightOf(code), given[code].Points!.Value))]),
            scored.Count,
            counting.Count,
            [.. gates.Where(code => given.GetValueOrDefault(code)?.IsPassed == false)],
            [.. gates.Where(code => given.GetValueOrDefault(code)?.IsPassed is null), .. counting.Except(scored)]);
    }

    private static decimal? PercentOf(IReadOnlyList<(int Weight, int Points)> scored) => scored.Count == 0
        ? null
        : 100m * scored.Sum(score => score.Weight * score.Points) / scored.Sum(score => score.Weight * CandidateScore.MostPoints);
}
