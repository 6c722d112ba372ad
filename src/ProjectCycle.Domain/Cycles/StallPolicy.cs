namespace ProjectCycle.Domain.Cycles;

/// <summary>What asks for a look. Names are codes of workbooks and texts.</summary>
public enum StallKind
{
    /// <summary>Longer in its stage than four of five before it.</summary>
    Slow,

    /// <summary>Signed, in implementation or later, and nothing has happened for months.</summary>
    Dormant,

    /// <summary>Explored for months without a letter of intent.</summary>
    NoLetterOfIntent,
}

/// <summary>The thresholds. They are this product's own proposals, not rules of any authority, so an operator can set them.</summary>
public sealed record StallRules
{
    /// <summary>Fewer completed stays than this say nothing.</summary>
    public int FewestCases { get; init; } = 5;

    /// <summary>Longer than this percentage of the completed stays is slow.</summary>
    public int SlowPercentile { get; init; } = 80;

    /// <summary>Months without activity after which a signed cooperation is dormant.</summary>
    public int DormantMonths { get; init; } = 6;

    /// <summary>Months an exploration may take before there is a letter of intent.</summary>
    public int ExplorationMonths { get; init; } = 12;

    /// <summary>Itself, or an exception that names the setting that makes no sense.</summary>
    public StallRules Checked() =>
        FewestCases < 1 ? throw new InvalidOperationException($"{nameof(FewestCases)} of the stall watch must be 1 or more.")
        : SlowPercentile is < 1 or > 100 ? throw new InvalidOperationException($"{nameof(SlowPercentile)} of the stall watch must lie between 1 and 100.")
        : DormantMonths < 1 || ExplorationMonths < 1 ? throw new InvalidOperationException("The months of the stall watch must be 1 or more.")
        : this;

    /// <summary>Activity up to and including this day lies too far back.</summary>
    public DateOnly DormantSince(DateOnly today) => today.AddMonths(-DormantMonths);

    /// <summary>An exploration begun up to and including this day has taken too long.</summary>
    public DateOnly ExploredSince(DateOnly today) => today.AddMonths(-ExplorationMonths);
}

/// <summary>How long the stays in one stage of one template took.</summary>
/// <param name="Cases">Completed stays.</param>
/// <param name="Median">Days; 0 without cases.</param>
/// <param name="Limit">The percentile of <see cref="StallRules.SlowPercentile"/>, in days; 0 without cases.</param>
/// <param name="Percentile">Which percentile <paramref name="Limit"/> is.</param>
/// <param name="IsEnough">False when there are too few cases to compare with.</param>
public sealed record StayStatistics(int Cases, int Median, int Limit, int Percentile, bool IsEnough);

/// <summary>What the dormant and exploration rules must know of a project.</summary>
/// <param name="TemplateId">Its template.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StateSince">The day it came there.</param>
/// <param name="SignedOn">The day the agreement or MoU was signed, if it was.</param>
/// <param name="BegunOn">The day of its first stage.</param>
/// <param name="LastActivityOn">The last day on which something happened; null for never.</param>
/// <param name="HasLetterOfIntent">A letter of intent is attached.</param>
public sealed record StallFacts(
    string TemplateId, string State, DateOnly StateSince, DateOnly? SignedOn, DateOnly BegunOn, DateOnly? LastActivityOn, bool HasLetterOfIntent);

/// <summary>A reason to look at a project; pages and workbooks make a sentence of it.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Since">The day it began: of entering the stage, of the last activity, of the exploration.</param>
/// <param name="Days">Full days from then to today.</param>
/// <param name="Months">The months of the rule; 0 for <see cref="StallKind.Slow"/>.</param>
/// <param name="SignedOn">The day of signing, for <see cref="StallKind.Dormant"/>.</param>
/// <param name="Stays">What it was compared with, for <see cref="StallKind.Slow"/>.</param>
public sealed record StallFlag(StallKind Kind, DateOnly Since, int Days, int Months = 0, DateOnly? SignedOn = null, StayStatistics? Stays = null);

/// <summary>Which projects have stalled. Pure: rows in, flags out.</summary>
public static class StallPolicy
{
    /// <summary>Document kind of the letter of intent in <see cref="ExplorationTemplates"/>.</summary>
    public const string LetterOfIntent = "letter-of-intent";

    /// <summary>Templates of cooperation that is explored before a letter of intent: KSDPL and KSDLL.</summary>
    public static IReadOnlyList<string> ExplorationTemplates { get; } = ["ksdpl", "ksdll"];

    /// <summary>Stages in which those are explored.</summary>
    public static IReadOnlyList<string> ExplorationStages { get; } = [StateCodes.Identification, StateCodes.Preparation];

    /// <summary>Stages in which a signed cooperation can fall asleep.</summary>
    public static IReadOnlyList<string> WorkingStages { get; } = [StateCodes.Implementation, StateCodes.Evaluation];

    /// <summary>
    /// The statistics of completed stays, in days and in any order. The median is the middle one, or the mean of the two middle
    /// ones rounded up to a full day; the percentile is by nearest rank (<see cref="NearestRank"/>), so it is a stay that was.
    /// </summary>
    public static StayStatistics Summarise(IEnumerable<int> stays, StallRules rules)
    {
        var sorted = stays.Order().ToList();
        if (sorted.Count == 0)
            return new(0, 0, 0, rules.SlowPercentile, IsEnough: false);
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return new(sorted.Count, (low + high + 1) / 2, NearestRank(sorted, rules.SlowPercentile), rules.SlowPercentile, sorted.Count >= rules.FewestCases);
    }

    /// <summary>
    /// The percentile by nearest rank: the smallest value that at least <paramref name="percentile"/> % of the values do not
    /// exceed, the one at place ⌈p/100 · n⌉. This is definition 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages",
    /// The American Statistician 50 (1996) 361-365.
    /// </summary>
    /// <param name="sorted">At least one value, smallest first.</param>
    /// <param name="percentile">From 1 to 100.</param>
    public static int NearestRank(IReadOnlyList<int> sorted, int percentile)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(percentile, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentile, 100);
        return sorted[(((percentile * sorted.Count) + 99) / 100) - 1];
    }

    /// <summary>The flags of a project, the most telling first; none for one that is on hold or has ended.</summary>
    /// <param name="project">What is known of it.</param>
    /// <param name="stays">The completed stays in its template and stage.</param>
    /// <param name="rules">The thresholds.</param>
    /// <param name="today">Business date.</param>
    public static IReadOnlyList<StallFlag> Flags(StallFacts project, StayStatistics stays, StallRules rules, DateOnly today)
    {
        var flags = new List<StallFlag>();
        if (LastSignOfLife(project) is { } last && last <= rules.DormantSince(today))
            flags.Add(new(StallKind.Dormant, last, today.DayNumber - last.DayNumber, rules.DormantMonths, project.SignedOn));
        if (IsExplored(project) && project.BegunOn <= rules.ExploredSince(today))
            flags.Add(new(StallKind.NoLetterOfIntent, project.BegunOn, today.DayNumber - project.BegunOn.DayNumber, rules.ExplorationMonths));
        var days = today.DayNumber - project.StateSince.DayNumber;
        if (StateCodes.Stages.Contains(project.State) && stays.IsEnough && days > stays.Limit)
            flags.Add(new(StallKind.Slow, project.StateSince, days, Stays: stays));
        return flags;
    }

    /// <summary>The signing or the last activity, whichever came later; null where the dormant rule does not apply.</summary>
    private static DateOnly? LastSignOfLife(StallFacts project) =>
        project.SignedOn is not { } signed || !WorkingStages.Contains(project.State) ? null
        : project.LastActivityOn > signed ? project.LastActivityOn
        : signed;

    private static bool IsExplored(StallFacts project) =>
        !project.HasLetterOfIntent && ExplorationTemplates.Contains(project.TemplateId) && ExplorationStages.Contains(project.State);
}
