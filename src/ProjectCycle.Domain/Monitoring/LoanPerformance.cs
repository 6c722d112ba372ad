using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Monitoring;

/// <summary>The three classes of the Ministry of Finance's quarterly report [S:id-ddtc]. Names are codes of texts.</summary>
public enum ScheduleClass
{
    /// <summary>On or ahead of schedule.</summary>
    OnSchedule,

    /// <summary>Behind schedule.</summary>
    Behind,

    /// <summary>Very late; may cost the budget extra.</summary>
    AtRisk,
}

/// <summary>What the performance of a loan is made of; money in minor units of the agreement's currency.</summary>
/// <param name="EffectiveOn">Null while it is not effective.</param>
/// <param name="Closing">As it stands now.</param>
/// <param name="OriginalClosing">As first agreed.</param>
/// <param name="NetCommitment">L: <see cref="Ratio.NetCommitment"/>.</param>
/// <param name="Disbursed">D, cumulative.</param>
public sealed record LoanFacts(DateOnly? EffectiveOn, DateOnly? Closing, DateOnly? OriginalClosing, long NetCommitment, long Disbursed);

/// <summary>The performance of a loan or grant on a day, as Bappenas and the Ministry of Finance report it (domain.md 3.1).</summary>
/// <param name="Time">TE.</param>
/// <param name="Disbursement">DR; null without a commitment.</param>
/// <param name="Class">Null before it is effective, and where the number behind it is n/a.</param>
public sealed record LoanPerformance(TimeElapsed Time, decimal? Disbursement, ScheduleClass? Class)
{
    /// <summary>PV = DR - TE, Progres Varian [K], against the current closing date: 0.01 is a percentage point.</summary>
    public decimal? Variance => Disbursement - Time.Current;

    /// <summary>PV against the original closing date.</summary>
    public decimal? OriginalVariance => Disbursement - Time.Original;

    /// <summary>DR / TE, the other way to look at it [S:prism]; null before any time is used.</summary>
    public decimal? PerformanceRatio => RatioOf(Disbursement, Time.Current);

    /// <summary>The performance on a day.</summary>
    public static LoanPerformance On(DateOnly day, LoanFacts loan, MonitoringRules rules)
    {
        var time = TimeElapsed.On(day, loan.EffectiveOn, loan.Closing, loan.OriginalClosing);
        var disbursement = Ratio.Disbursed(loan.Disbursed, loan.NetCommitment);
        return new LoanPerformance(time, disbursement, time.Status == LoanStatus.NotEffective ? null : ClassOf(disbursement, time.Current, rules));
    }

    /// <summary>The class by the method of the rules; null when the number it rests on is n/a.</summary>
    /// <param name="disbursement">DR.</param>
    /// <param name="time">TE.</param>
    public static ScheduleClass? ClassOf(decimal? disbursement, decimal? time, MonitoringRules rules) => rules.ScheduleBy == ScheduleMethod.Ratio
        ? ClassOf(RatioOf(disbursement, time), rules.RatioOnTrack, rules.RatioBehind)
        : ClassOf(disbursement - time, rules.VarianceOnTrack, rules.VarianceBehind);

    /// <summary>The light that goes with a class.</summary>
    public static Light? LightOf(ScheduleClass? of) => of switch
    {
        null => null,
        ScheduleClass.OnSchedule => Light.OnTrack,
        ScheduleClass.Behind => Light.ForAttention,
        _ => Light.AtRisk,
    };

    private static decimal? RatioOf(decimal? disbursement, decimal? time) => disbursement is { } part && time is { } whole ? Ratio.Of(part, whole) : null;

    private static ScheduleClass? ClassOf(decimal? number, decimal onTrack, decimal? behind) =>
        number is null ? null
        : number >= onTrack ? ScheduleClass.OnSchedule
        : number < behind ? ScheduleClass.AtRisk
        : ScheduleClass.Behind;
}

/// <summary>What has to be disbursed each month until closing, beside what was (domain.md 3.1) [product]. Minor units of the agreement's currency.</summary>
/// <param name="RequiredMonthly">(L - D) over the months left; 0 when nothing is left, null when no time is.</param>
/// <param name="RunRate">The last twelve months, by the month.</param>
/// <param name="IsFlagged">Required is more than <see cref="MonitoringRules.RunRateFactor"/> times the run rate; null when required is n/a.</param>
public sealed record ImpliedNeeds(decimal? RequiredMonthly, decimal RunRate, bool? IsFlagged)
{
    /// <summary>The needs on a day.</summary>
    /// <param name="lastTwelveMonths">Disbursed in the twelve months up to <paramref name="day"/>.</param>
    public static ImpliedNeeds On(DateOnly day, LoanFacts loan, long lastTwelveMonths, MonitoringRules rules)
    {
        var runRate = lastTwelveMonths / 12m;
        var left = Math.Max(0, (decimal)loan.NetCommitment - loan.Disbursed);
        var months = loan.Closing is { } closing ? Ratio.Months(day.DayNumber, closing.DayNumber) : 0;
        decimal? required = left == 0 ? 0 : months > 0 ? left / months : null;
        return new ImpliedNeeds(required, runRate, required is null ? null : required > rules.RunRateFactor * runRate);
    }
}
