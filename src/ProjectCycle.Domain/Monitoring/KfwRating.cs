namespace ProjectCycle.Domain.Monitoring;

/// <summary>The evaluation criteria of OECD-DAC, 2019. Names are stored.</summary>
public enum DacCriterion
{
    Relevance,
    Coherence,
    Effectiveness,
    Efficiency,
    Impact,
    Sustainability,
}

/// <summary>KfW's rating of a finished project (domain.md 3.4): 1 very successful to 6 completely unsuccessful [S:kfw-epe].</summary>
/// <param name="Weighted">The weighted mean of the six grades, from 1 to 6.</param>
/// <param name="Overall">The same, but at least 4 when a criterion that must not fail did [product reading of S:kfw-epe].</param>
/// <param name="KnockedOutBy">Those criteria.</param>
public sealed record KfwRating(decimal Weighted, decimal Overall, IReadOnlyList<DacCriterion> KnockedOutBy)
{
    /// <summary>The worst grade that still counts as success.</summary>
    public const int WorstSuccess = 3;

    /// <summary>Criteria that must be <see cref="WorstSuccess"/> or better each by itself.</summary>
    public static IReadOnlyList<DacCriterion> MustSucceed { get; } = [DacCriterion.Effectiveness, DacCriterion.Impact, DacCriterion.Sustainability];

    /// <summary>The overall grade as KfW gives it, a whole number; half is rounded to the worse.</summary>
    public int Grade => (int)Math.Round(Overall, MidpointRounding.AwayFromZero);

    /// <summary>True for grades 1 to 3.</summary>
    public bool IsSuccessful => Grade <= WorstSuccess;

    /// <summary>The rating; null until all six are graded, or when nothing weighs.</summary>
    /// <param name="grades">From 1 to 6; another throws.</param>
    /// <param name="weights">The project's own, in any unit, zero or more; null for equal ones. A criterion that is left out weighs nothing.</param>
    public static KfwRating? Of(IReadOnlyDictionary<DacCriterion, int> grades, IReadOnlyDictionary<DacCriterion, decimal>? weights = null)
    {
        if (grades.Values.Any(grade => grade is < 1 or > 6))
            throw new ArgumentOutOfRangeException(nameof(grades), "Grades go from 1 to 6.");
        if (weights?.Values.Any(weight => weight < 0) == true)
            throw new ArgumentOutOfRangeException(nameof(weights), "Nothing weighs less than nothing.");
        var criteria = Enum.GetValues<DacCriterion>();
        if (!criteria.All(grades.ContainsKey)
            || Ratio.Weighted(criteria.Select(c => (weights is null ? 1 : weights.GetValueOrDefault(c), (decimal)grades[c]))) is not { } weighted)
            return null;
        List<DacCriterion> failed = [.. MustSucceed.Where(criterion => grades[criterion] > WorstSuccess)];
        return new KfwRating(weighted, failed.Count > 0 ? Math.Max(WorstSuccess + 1, weighted) : weighted, failed);
    }
}
