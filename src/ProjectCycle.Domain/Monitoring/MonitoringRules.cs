namespace ProjectCycle.Domain.Monitoring;

/// <summary>Which number says whether a loan is on schedule. Names are words of templates.</summary>
public enum ScheduleMethod
{
    /// <summary>Progres Varian: absorption less time, in percentage points.</summary>
    Variance,

    /// <summary>Absorption divided by time.</summary>
    Ratio,
}

/// <summary>
/// The cut-offs with which a donor family's numbers become a class or a flag: the <c>monitoring:</c> block of a template. Hardly one of
/// them is official, so all are settings; ratios are from 0 to 1 here and per cent in the file. Marks as in domain.md: [K] general
/// knowledge, [product] this product's proposal, [S:...] found.
/// </summary>
public sealed record MonitoringRules
{
    /// <summary>Variance by default [product].</summary>
    public ScheduleMethod ScheduleBy { get; init; }

    /// <summary>A Progres Varian from here on is on or ahead of schedule [K].</summary>
    public decimal VarianceOnTrack { get; init; }

    /// <summary>A Progres Varian from here on is behind, below it at risk [K].</summary>
    public decimal VarianceBehind { get; init; } = -0.3m;

    /// <summary>Absorption over time from here on is on or ahead of schedule: 1 is where the variance is 0.</summary>
    public decimal RatioOnTrack { get; init; } = 1;

    /// <summary>Absorption over time from here on is behind, below it at risk; null because no such cut-off was found.</summary>
    public decimal? RatioBehind { get; init; }

    /// <summary>Having to disburse so many times the rate of the last year is flagged [product].</summary>
    public decimal RunRateFactor { get; init; } = 2;

    /// <summary>An indicator's actual over projected from here on is green [product, not ADB's].</summary>
    public decimal IndicatorOnTrack { get; init; } = 0.8m;

    /// <summary>An indicator's actual over projected from here on is amber, below it red [product, not ADB's].</summary>
    public decimal IndicatorForAttention { get; init; } = 0.6m;

    /// <summary>A mean of the indicators' scores (0 to 2) from here on is on track [product].</summary>
    public decimal OverallOnTrack { get; init; } = 1.6m;

    /// <summary>A mean of the indicators' scores from here on is for attention, below it at risk [product].</summary>
    public decimal OverallForAttention { get; init; } = 1;

    /// <summary>Counterpart funds realised over due below this are flagged [product].</summary>
    public decimal CounterpartShort { get; init; } = 0.8m;

    /// <summary>Indexes over fewer projects are shown as counts [product].</summary>
    public int FewestForPercent { get; init; } = 5;

    /// <summary>An advance older than this many months is flagged (domain.md 4.6).</summary>
    public int AdvanceMonths { get; init; } = 6;

    /// <summary>What an advance account should turn over in a year [S:adb-ldh].</summary>
    public decimal TurnoverTarget { get; init; } = 2;

    /// <summary>The month in which the first quarter of reports begins: 1 by default [K], 4 where TW1 is April to June [S:prism].</summary>
    public int FiscalYearFrom { get; init; } = 1;

    /// <summary>All that are numbers, as a template's file gives them.</summary>
    public IReadOnlyList<MonitoringSetting> Settings() =>
    [
        new("varianceOnTrack", 100 * VarianceOnTrack, -100, 100),
        new("varianceBehind", 100 * VarianceBehind, -100, 100),
        new("ratioOnTrack", 100 * RatioOnTrack, 0, 1000),
        new("ratioBehind", 100 * RatioBehind, 0, 1000),
        new("runRateFactor", RunRateFactor, 0, 100),
        new("indicatorOnTrack", 100 * IndicatorOnTrack, 0, 100),
        new("indicatorForAttention", 100 * IndicatorForAttention, 0, 100),
        new("overallOnTrack", OverallOnTrack, 0, 2),
        new("overallForAttention", OverallForAttention, 0, 2),
        new("counterpartShort", 100 * CounterpartShort, 0, 100),
        new("fewestForPercent", FewestForPercent, 0, 1000),
        new("advanceMonths", AdvanceMonths, 1, 60),
        new("turnoverTarget", TurnoverTarget, 0, 100),
        new("fiscalYearFrom", FiscalYearFrom, 1, 12),
    ];
}

/// <summary>A number of <see cref="MonitoringRules"/>.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Value">As in the file: per cent and percentage points where the rules have ratios; null when it is not set.</param>
/// <param name="Least">No lower.</param>
/// <param name="Most">No higher.</param>
public sealed record MonitoringSetting(string Key, decimal? Value, decimal Least, decimal Most);
