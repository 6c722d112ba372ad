namespace ProjectCycle.Domain.Monitoring;

/// <summary>The World Bank's six grades of an implementation status report, best first (domain.md 3.3) [K]. Names are stored.</summary>
public enum IsrRating
{
    HighlySatisfactory,
    Satisfactory,
    ModeratelySatisfactory,
    ModeratelyUnsatisfactory,
    Unsatisfactory,
    HighlyUnsatisfactory,
}

/// <summary>What follows from the World Bank's ratings.</summary>
public static class ProblemProject
{
    /// <summary>True when the development objective or the implementation progress is rated MU or below [K]; null when that cannot be said for want of a rating.</summary>
    public static bool? Of(IsrRating? developmentObjective, IsrRating? implementationProgress) =>
        developmentObjective >= IsrRating.ModeratelyUnsatisfactory || implementationProgress >= IsrRating.ModeratelyUnsatisfactory ? true
        : developmentObjective is null || implementationProgress is null ? null
        : false;
}

/// <summary>
/// An index over a portfolio. The proactivity index (3.3) [K]: of the problem projects of twelve months ago, those that were upgraded,
/// restructured, suspended, closed or cancelled in whole or part.
/// </summary>
/// <param name="Count">Projects of which it is true.</param>
/// <param name="Total">All projects looked at.</param>
public sealed record PortfolioIndex(int Count, int Total)
{
    /// <summary>Count over total; null when the projects are so few that only the counts are shown.</summary>
    public decimal? Share(MonitoringRules rules) => Total < rules.FewestForPercent ? null : Ratio.Of(Count, Total);
}
