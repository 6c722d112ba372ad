using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Tests.Monitoring;

/// <summary>domain.md 3.2 and 3.3: the S-curve, its versions, and how late a project is by it.</summary>
public sealed class CurveTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    /// <summary>Nothing for 100 days, then 1,000 in 100 days, then 100 days of rest, then 1,000 more in 200.</summary>
    private static readonly Curve Steps = Curve.From([At(0, 0), At(100, 0), At(200, 1_000), At(300, 1_000), At(500, 2_000)]).Value;

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(125, 250)]
    [InlineData(200, 1_000)]
    [InlineData(250, 1_000)]
    [InlineData(301, 1_005)]
    [InlineData(500, 2_000)]
    [InlineData(9_999, 2_000)]
    public void ValueOn_ADay_LiesOnTheLineBetweenThePoints(int day, int value) =>
        Assert.Equal(value, Steps.ValueOn(Start.AddDays(day)));

    [Fact]
    public void ValueOn_BeforeACurveThatBeginsHigh_IsNothing()
    {
        var curve = Curve.From([At(10, 500)]).Value;

        Assert.Equal([0m, 500m, 500m], new[] { 9, 10, 11 }.Select(day => curve.ValueOn(Start.AddDays(day))));
        Assert.Equal(0, curve.MonthsLate(500, Start.AddDays(400)));
    }

    /// <summary>In days here: months are days times 12 over 365.25.</summary>
    [Theory]
    [InlineData(0, 50, 0)] // the plan stands still at nothing
    [InlineData(0, 130, 30)]
    [InlineData(250, 125, 0)]
    [InlineData(250, 175, 50)]
    [InlineData(250, 105, -20)]
    [InlineData(1_000, 190, -10)]
    [InlineData(1_000, 250, 0)]
    [InlineData(1_000, 310, 10)]
    [InlineData(1_500, 300, -100)]
    [InlineData(2_000, 300, -200)]
    [InlineData(2_000, 900, 0)]
    public void MonthsLate_OfAnActualValue_IsTheDistanceToWhereThePlanHasIt(int actual, int day, int days) =>
        Assert.Equal(days * 12 / 365.25, (double)Steps.MonthsLate(actual, Start.AddDays(day))!.Value, 9);

    [Fact]
    public void MonthsLate_OfMoreThanThePlanHas_IsUnknown() => Assert.Null(Steps.MonthsLate(2_001, Start));

    /// <summary>3.3: a plan of 18.0m on the day, 13.5m done: 25 % behind, and three months, where the plan gained 1.5m a month.</summary>
    [Fact]
    public void MonthsLate_OfTheWorkedLag_IsThreeMonths()
    {
        var plan = Curve.From([new(new DateOnly(2023, 7, 1), 0), new(new DateOnly(2024, 7, 1), 1_800_000_000)]).Value;
        var today = new DateOnly(2024, 7, 1);

        Assert.Equal(0.25m, Ratio.Lag(plan.ValueOn(today), 1_350_000_000));
        Assert.Equal(3.0m, Math.Round(plan.MonthsLate(1_350_000_000, today)!.Value, 1));
    }

    [Fact]
    public void From_PointsThatCannotBe_TellsEachWithItsDate()
    {
        Assert.Equal("curve-empty", Curve.From([]).Refusals.Single().Code);
        Assert.Equal([("curve-falls", Start)], Told(Curve.From([At(0, -1), At(10, 0)])));
        Assert.Equal([("curve-dates", Start.AddDays(10)), ("curve-dates", Start.AddDays(5))], Told(Curve.From([At(10, 1), At(10, 2), At(5, 3)])));
        Assert.Equal([("curve-falls", Start.AddDays(10))], Told(Curve.From([At(0, 5), At(10, 4)])));

        static IEnumerable<(string, DateOnly)> Told(Outcome<Curve> answer) => answer.Refusals.Select(refusal => (refusal.Code, (DateOnly)refusal.Args[0]));
    }

    [Fact]
    public void CurrentOn_ADay_IsTheLatestRevisionApprovedByThen()
    {
        var (original, first, second, draft) = (Version(0), Version(1, Start.AddDays(100)), Version(2, Start.AddDays(200)), Version(3));
        var versions = new CurveVersions([second, draft, original, first]);

        Assert.Equal(original, versions.Original);
        Assert.Equal(
            [original, original, first, first, second],
            new[] { 0, 99, 100, 199, 200 }.Select(day => versions.CurrentOn(Start.AddDays(day))!));
        Assert.Null(new CurveVersions([draft]).CurrentOn(Start));

        static Curve Version(int revision, DateOnly? approved = null) => Curve.From([At(0, revision)], revision, approved).Value;
    }

    [Fact]
    public void MonthsLate_OfWhatThePlanHasOnTheDay_IsNothing() =>
        Prop.ForAll(AnyCurve(), Gen.Choose(-10, 2_000).ToArbitrary(), (curve, day) =>
            day < 0 ? curve.ValueOn(Start.AddDays(day)) == 0 : Math.Abs(curve.MonthsLate(curve.ValueOn(Start.AddDays(day)), Start.AddDays(day))!.Value) < 0.000_000_001m)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void MonthsLate_WhenMoreIsDone_IsNeverMore() =>
        Prop.ForAll(AnyCurve(), ArbMap.Default.ArbFor<(byte One, byte Other, byte Day)>(), (curve, shares) =>
        {
            var most = curve.Points[^1].Cumulative;
            var (less, more) = (most * Math.Min(shares.One, shares.Other) / 255m, most * Math.Max(shares.One, shares.Other) / 255m);
            var day = Start.AddDays(shares.Day * 6);
            return curve.MonthsLate(less, day) >= curve.MonthsLate(more, day) - 0.000_000_001m;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void ValueOn_ALaterDay_IsNeverLess() =>
        Prop.ForAll(AnyCurve(), Gen.Choose(-10, 2_000).ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), (curve, day, more) =>
            curve.ValueOn(Start.AddDays(day)) <= curve.ValueOn(Start.AddDays(day + more))).QuickCheckThrowOnFailure();

    /// <summary>Begins with a zero on the first day; steps of up to a year, some of them level.</summary>
    private static Arbitrary<Curve> AnyCurve() =>
        (from steps in Gen.Zip(Gen.Choose(1, 365), Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, int.MaxValue)))).NonEmptyListOf()
         select Curve.From([.. steps.Aggregate(
             new List<CurvePoint> { At(0, 0) },
             (points, step) => [.. points, new CurvePoint(points[^1].Date.AddDays(step.Item1), points[^1].Cumulative + step.Item2)])]).Value).ToArbitrary();

    private static CurvePoint At(int day, long cumulative) => new(Start.AddDays(day), cumulative);
}
