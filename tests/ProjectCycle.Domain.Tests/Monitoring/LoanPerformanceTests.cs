using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Tests.Monitoring;

/// <summary>domain.md 3.1: time, absorption, Progres Varian.</summary>
public sealed class LoanPerformanceTests
{
    private static readonly DateOnly Effective = new(2022, 3, 1);
    private static readonly DateOnly Closing = new(2027, 2, 28);
    private static readonly DateOnly Day = new(2024, 6, 30);
    private static readonly MonitoringRules Rules = new();

    /// <summary>EUR 13,400,000 as in the worked examples, in cents.</summary>
    private static readonly LoanFacts A = new(Effective, Closing, Closing, 1_340_000_000, 428_800_000);

    /// <summary>3.1, worked A: 852 of 1,825 days, 32.0 % disbursed: 14.7 points behind.</summary>
    [Fact]
    public void On_OfWorkedExampleA_IsBehind()
    {
        var a = LoanPerformance.On(Day, A, Rules);

        Assert.Equal((1825, 852), (Closing.DayNumber - Effective.DayNumber, Day.DayNumber - Effective.DayNumber));
        Assert.Equal((46.7m, 32.0m, -14.7m, 0.69m), (Percent(a.Time.Current), Percent(a.Disbursement), Percent(a.Variance), Math.Round(a.PerformanceRatio!.Value, 2)));
        Assert.Equal((LoanStatus.Running, ScheduleClass.Behind), (a.Time.Status, a.Class));
    }

    /// <summary>3.1, worked B: 14.0 % disbursed: 32.7 points behind, at risk.</summary>
    [Fact]
    public void On_OfWorkedExampleB_IsAtRisk()
    {
        var b = LoanPerformance.On(Day, A with { Disbursed = 187_600_000 }, Rules);

        Assert.Equal((14.0m, -32.7m, 0.30m), (Percent(b.Disbursement), Percent(b.Variance), Math.Round(b.PerformanceRatio!.Value, 2)));
        Assert.Equal(ScheduleClass.AtRisk, b.Class);
    }

    /// <summary>3.1: closing extended by 365 days: 852 of 2,190 days, and both variances are there.</summary>
    [Fact]
    public void On_AfterAnExtension_ShowsBothClosings()
    {
        var extended = LoanPerformance.On(Day, A with { Closing = Closing.AddDays(365) }, Rules);

        Assert.Equal((38.9m, -6.9m), (Percent(extended.Time.Current), Percent(extended.Variance)));
        Assert.Equal((46.7m, -14.7m), (Percent(extended.Time.Original), Percent(extended.OriginalVariance)));
    }

    /// <summary>3.1, PRISM's sample: DR 27.78 %, time 41.67 % is 0.67 and -13.9 points, behind.</summary>
    [Fact]
    public void ClassOf_ForTheSampleOfPrism_IsBehind()
    {
        Assert.Equal((0.67m, -13.9m), (Math.Round(0.2778m / 0.4167m, 2), Percent(0.2778m - 0.4167m)));
        Assert.Equal(ScheduleClass.Behind, LoanPerformance.ClassOf(0.2778m, 0.4167m, Rules));
        Assert.Equal(ScheduleClass.Behind, LoanPerformance.ClassOf(0.2778m, 0.4167m, new MonitoringRules { ScheduleBy = ScheduleMethod.Ratio }));
    }

    /// <summary>3.1: PV >= 0 on or ahead; from -30 on behind; below at risk.</summary>
    [Theory]
    [InlineData("0.5", "0.5", ScheduleClass.OnSchedule)]
    [InlineData("0.6", "0.5", ScheduleClass.OnSchedule)]
    [InlineData("0.4999", "0.5", ScheduleClass.Behind)]
    [InlineData("0.2", "0.5", ScheduleClass.Behind)]
    [InlineData("0.1999", "0.5", ScheduleClass.AtRisk)]
    public void ClassOf_AtTheCutOffs_BelongsToTheBetterClass(string disbursement, string time, ScheduleClass expected) =>
        Assert.Equal(expected, LoanPerformance.ClassOf(Number(disbursement), Number(time), Rules));

    [Fact]
    public void ClassOf_WhenTheCutOffsAreEdited_KeepsToThem()
    {
        var strict = new MonitoringRules { VarianceOnTrack = 0.05m, VarianceBehind = -0.10m };

        Assert.Equal(
            [ScheduleClass.OnSchedule, ScheduleClass.Behind, ScheduleClass.AtRisk],
            new[] { 0.55m, 0.54m, 0.39m }.Select(disbursement => LoanPerformance.ClassOf(disbursement, 0.5m, strict)!.Value));
    }

    [Theory]
    [InlineData("0.5", ScheduleClass.OnSchedule)]
    [InlineData("0.35", ScheduleClass.Behind)]
    [InlineData("0.34", ScheduleClass.AtRisk)]
    public void ClassOf_ByRatio_TakesTheCutOffsOfTheRatio(string disbursement, ScheduleClass expected) =>
        Assert.Equal(expected, LoanPerformance.ClassOf(Number(disbursement), 0.5m, new MonitoringRules { ScheduleBy = ScheduleMethod.Ratio, RatioBehind = 0.7m }));

    [Fact]
    public void ClassOf_WhenLessIsDisbursed_IsNeverBetter() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte Less, byte More, byte Time)>(), Gen.Elements(ScheduleMethod.Variance, ScheduleMethod.Ratio).ToArbitrary(),
            (shares, method) =>
            {
                var rules = new MonitoringRules { ScheduleBy = method, RatioBehind = 0.5m };
                var (less, more) = (Math.Min(shares.Less, shares.More) / 255m, Math.Max(shares.Less, shares.More) / 255m);
                return !(LoanPerformance.ClassOf(less, shares.Time / 255m, rules) < LoanPerformance.ClassOf(more, shares.Time / 255m, rules));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("2022-02-28", LoanStatus.NotEffective, "0")]
    [InlineData("2022-03-01", LoanStatus.Running, "0")]
    [InlineData("2027-02-28", LoanStatus.Running, "1")]
    [InlineData("2027-03-01", LoanStatus.Closed, "1")]
    [InlineData("2030-01-01", LoanStatus.Closed, "1")]
    public void TimeElapsed_OnTheEdges_IsClamped(string day, LoanStatus status, string used)
    {
        var time = TimeElapsed.On(Date(day), Effective, Closing, Closing);

        Assert.Equal((status, Number(used), Number(used)), (time.Status, time.Current!.Value, time.Original!.Value));
    }

    [Fact]
    public void TimeElapsed_BetweenTheOriginalAndTheRevisedClosing_IsRunningAndUsedUpByTheOriginal()
    {
        var time = TimeElapsed.On(new DateOnly(2027, 8, 30), Effective, Closing.AddDays(365), Closing);

        Assert.Equal((LoanStatus.Running, 1m), (time.Status, time.Original));
        Assert.InRange(time.Current!.Value, 0.9m, 0.99m);
    }

    [Fact]
    public void On_BeforeItIsEffective_HasNoClass()
    {
        Assert.Equal((LoanStatus.NotEffective, 0m, null), Of(LoanPerformance.On(Effective.AddDays(-1), A with { Disbursed = 0 }, Rules)));
        Assert.Equal((LoanStatus.NotEffective, 0m, null), Of(LoanPerformance.On(Day, A with { EffectiveOn = null }, Rules)));

        static (LoanStatus, decimal?, ScheduleClass?) Of(LoanPerformance loan) => (loan.Time.Status, loan.Time.Current, loan.Class);
    }

    [Fact]
    public void On_WhenThereIsNothingToDivideBy_IsNotZeroButUnknown()
    {
        var uncommitted = LoanPerformance.On(Day, A with { NetCommitment = 0, Disbursed = 0 }, Rules);
        var instant = LoanPerformance.On(Day, A with { Closing = Effective, OriginalClosing = null }, Rules);
        var firstDay = LoanPerformance.On(Effective, A, Rules);

        Assert.Equal((null, null, null), (uncommitted.Disbursement, uncommitted.Variance, uncommitted.Class));
        Assert.Equal((null, null, null), (instant.Time.Current, instant.Time.Original, instant.Class));
        Assert.Null(firstDay.PerformanceRatio);
    }

    [Fact]
    public void NetCommitment_OfAdditionsAndCancellations_IsWhatIsLeft() =>
        Assert.Equal(1_150, Ratio.NetCommitment(1_000, 250, 100));

    /// <summary>3.1: required = (L - D) / months left; run rate = last twelve months / 12; flagged above twice the run rate.</summary>
    [Theory]
    [InlineData(1_200, 100, false)]
    [InlineData(600, 50, false)]
    [InlineData(599, 49.9166666666666666666666667, true)]
    [InlineData(0, 0, true)]
    public void ImpliedNeeds_BesideTheRunRate_AreFlaggedAboveTwiceIt(long lastTwelveMonths, double runRate, bool isFlagged)
    {
        // 1,461 days are 48 months of mean length: 4,800 in them are 100 a month.
        var loan = new LoanFacts(Effective, Day.AddDays(1461), null, 10_000, 5_200);

        var needs = ImpliedNeeds.On(Day, loan, lastTwelveMonths, Rules);

        Assert.Equal((100m, isFlagged), (needs.RequiredMonthly, needs.IsFlagged));
        Assert.Equal(runRate, (double)needs.RunRate, 6);
    }

    [Fact]
    public void ImpliedNeeds_WhenNothingOrNoTimeIsLeft_AreZeroOrUnknown()
    {
        Assert.Equal(new ImpliedNeeds(0, 0, false), ImpliedNeeds.On(Day, A with { Disbursed = A.NetCommitment }, 0, Rules));
        Assert.Equal(new ImpliedNeeds(null, 0, null), ImpliedNeeds.On(Closing, A, 0, Rules));
        Assert.Equal(new ImpliedNeeds(null, 0, null), ImpliedNeeds.On(Day, A with { Closing = null }, 0, Rules));
    }

    [Theory]
    [InlineData(ScheduleClass.OnSchedule, Light.OnTrack)]
    [InlineData(ScheduleClass.Behind, Light.ForAttention)]
    [InlineData(ScheduleClass.AtRisk, Light.AtRisk)]
    [InlineData(null, null)]
    public void LightOf_AClass_IsItsColour(ScheduleClass? of, Light? light) => Assert.Equal(light, LoanPerformance.LightOf(of));

    private static decimal Percent(decimal? ratio) => Math.Round(ratio!.Value * 100, 1, MidpointRounding.AwayFromZero);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
