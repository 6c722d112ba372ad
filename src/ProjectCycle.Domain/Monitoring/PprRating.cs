using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Monitoring;

/// <summary>The five equally weighted indicators of ADB's project performance rating (domain.md 3.2). Names are stored.</summary>
public enum PprIndicator
{
    Technical,
    ContractAwards,
    Disbursement,
    FinancialManagement,
    Safeguards,
}

/// <summary>
/// ADB's project performance rating. The indicators are ADB's [S:adb-ppr]; numeric thresholds were not found, so scores and cut-offs are
/// this product's own defaults and must be shown as such.
/// </summary>
/// <param name="Score">The mean of 2 for on track, 1 for attention and 0 at risk, over the indicators that are known.</param>
/// <param name="Overall">The rating.</param>
/// <param name="IsCapped">True when financial management or safeguards at risk keep a better score at "for attention".</param>
/// <param name="Missing">Indicators without a light: the mean is taken without them, and must be shown with them.</param>
public sealed record PprRating(decimal Score, Light Overall, bool IsCapped, IReadOnlyList<PprIndicator> Missing)
{
    /// <summary>The light of an indicator that is measured as actual over projected; null when that is n/a.</summary>
    /// <param name="ratio">From 0; see <see cref="Ratio.OfProjected"/>.</param>
    public static Light? LightOf(decimal? ratio, MonitoringRules rules) => LightOf(ratio, rules.IndicatorOnTrack, rules.IndicatorForAttention);

    /// <summary>The rating; null when no indicator is known.</summary>
    /// <param name="lights">Those known.</param>
    public static PprRating? Of(IReadOnlyDictionary<PprIndicator, Light> lights, MonitoringRules rules)
    {
        if (lights.Count == 0)
            return null;
        var score = lights.Values.Average(light => (decimal)(Light.AtRisk - light));
        var byScore = LightOf(score, rules.OverallOnTrack, rules.OverallForAttention)!.Value;
        var isCapped = byScore == Light.OnTrack && (IsAtRisk(PprIndicator.FinancialManagement) || IsAtRisk(PprIndicator.Safeguards));
        return new PprRating(score, isCapped ? Light.ForAttention : byScore, isCapped, [.. Enum.GetValues<PprIndicator>().Where(indicator => !lights.ContainsKey(indicator))]);

        bool IsAtRisk(PprIndicator indicator) => lights.TryGetValue(indicator, out var light) && light == Light.AtRisk;
    }

    private static Light? LightOf(decimal? number, decimal onTrack, decimal forAttention) =>
        number is null ? null
        : number >= onTrack ? Light.OnTrack
        : number >= forAttention ? Light.ForAttention
        : Light.AtRisk;
}
