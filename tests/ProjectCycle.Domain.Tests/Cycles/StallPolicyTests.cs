using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Tests.Cycles;

public sealed class StallPolicyTests
{
    private static readonly StallRules Rules = new();
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly StayStatistics NoStays = StallPolicy.Summarise([], Rules);

    [Fact]
    public void NearestRank_OfValuesByChance_IsTheSmallestThatEnoughDoNotExceed()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            var values = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(30)).Order().ToList();
            var percentile = random.Next(1, 101);

            var rank = StallPolicy.NearestRank(values, percentile);

            Assert.Contains(rank, values);
            Assert.True(values.Count(v => v <= rank) * 100 >= percentile * values.Count);
            Assert.True(values.Count(v => v < rank) * 100 < percentile * values.Count);
        }
    }

    [Theory]
    [InlineData(new[] { 15, 20, 35, 40, 50 }, 5, 15)]
    [InlineData(new[] { 15, 20, 35, 40, 50 }, 40, 20)]
    [InlineData(new[] { 15, 20, 35, 40, 50 }, 50, 35)]
    [InlineData(new[] { 15, 20, 35, 40, 50 }, 80, 40)]
    [InlineData(new[] { 15, 20, 35, 40, 50 }, 100, 50)]
    public void NearestRank_OfKnownValues_IsAsInTheBooks(int[] sorted, int percentile, int expected) =>
        Assert.Equal(expected, StallPolicy.NearestRank(sorted, percentile));

    [Theory]
    [InlineData(new int[0], 0, 0, 0, false)]
    [InlineData(new[] { 9, 1, 5, 7 }, 4, 6, 9, false)]
    [InlineData(new[] { 9, 1, 5, 7, 100 }, 5, 7, 9, true)]
    [InlineData(new[] { 1, 2, 3, 4, 4, 4 }, 6, 4, 4, true)] // the two middle ones are 3 and 4
    public void Summarise_WhenStaysAreKnown_GivesMedianLimitAndNumber(int[] stays, int cases, int median, int limit, bool isEnough) =>
        Assert.Equal(new StayStatistics(cases, median, limit, 80, isEnough), StallPolicy.Summarise(stays, Rules));

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void Flags_WhenLongerThanTheLimit_AreSlow(int days, bool isSlow)
    {
        var stays = StallPolicy.Summarise([15, 20, 35, 40, 50], Rules);

        var flags = StallPolicy.Flags(Facts("kfw", "preparation", since: Today.AddDays(-days)), stays, Rules, Today);

        Assert.Equal(isSlow ? [new StallFlag(StallKind.Slow, Today.AddDays(-days), days, Stays: stays)] : [], flags);
    }

    [Fact]
    public void Flags_WhenTooFewCases_SayNothing() =>
        Assert.Empty(StallPolicy.Flags(Facts("kfw", "preparation", since: Today.AddDays(-900)), StallPolicy.Summarise([1, 1, 1, 1], Rules), Rules, Today));

    [Theory]
    [InlineData("implementation", "2026-05-22", true)]
    [InlineData("evaluation", "2026-05-22", true)]
    [InlineData("implementation", "2026-05-23", false)]
    [InlineData("negotiation", "2026-01-01", false)]
    [InlineData("on-hold", "2026-01-01", false)]
    [InlineData("closed", "2026-01-01", false)]
    public void Flags_WhenSignedAndQuietForSixMonths_AreDormant(string state, string last, bool isDormant)
    {
        var on = DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture);

        var flags = StallPolicy.Flags(Facts("ksdpl", state) with { SignedOn = new DateOnly(2025, 1, 15), LastActivityOn = on }, NoStays, Rules, Today);

        Assert.Equal(isDormant ? [new StallFlag(StallKind.Dormant, on, Today.DayNumber - on.DayNumber, 6, new DateOnly(2025, 1, 15))] : [], flags);
    }

    [Fact]
    public void Flags_WhenSignedLatelyOrNotAtAll_AreNotDormant()
    {
        var quiet = Facts("kfw", "implementation") with { LastActivityOn = new DateOnly(2025, 1, 1) };

        Assert.Empty(StallPolicy.Flags(quiet, NoStays, Rules, Today));
        Assert.Empty(StallPolicy.Flags(quiet with { SignedOn = Today.AddMonths(-5) }, NoStays, Rules, Today));
        Assert.Equal(StallKind.Dormant, Assert.Single(StallPolicy.Flags(quiet with { SignedOn = Today.AddMonths(-7) }, NoStays, Rules, Today)).Kind);
    }

    [Theory]
    [InlineData("ksdpl", "identification", "2025-11-22", false, true)]
    [InlineData("ksdll", "preparation", "2025-11-22", false, true)]
    [InlineData("ksdpl", "identification", "2025-11-23", false, false)]
    [InlineData("ksdpl", "identification", "2025-11-22", true, false)]
    [InlineData("ksdpl", "appraisal", "2025-11-22", false, false)]
    [InlineData("kfw", "identification", "2025-11-22", false, false)]
    public void Flags_WhenExploredForAYearWithoutALetter_SaySo(string template, string state, string begun, bool hasLetter, bool isFlagged)
    {
        var on = DateOnly.Parse(begun, System.Globalization.CultureInfo.InvariantCulture);

        var flags = StallPolicy.Flags(Facts(template, state) with { BegunOn = on, HasLetterOfIntent = hasLetter }, NoStays, Rules, Today);

        Assert.Equal(isFlagged ? [new StallFlag(StallKind.NoLetterOfIntent, on, Today.DayNumber - on.DayNumber, 12)] : [], flags);
    }

    [Theory]
    [InlineData(0, 80, 6, 12)]
    [InlineData(5, 101, 6, 12)]
    [InlineData(5, 80, 0, 12)]
    [InlineData(5, 80, 6, -1)]
    public void Checked_WhenASettingMakesNoSense_Throws(int cases, int percentile, int dormant, int exploration) =>
        Assert.Throws<InvalidOperationException>(() =>
            new StallRules { FewestCases = cases, SlowPercentile = percentile, DormantMonths = dormant, ExplorationMonths = exploration }.Checked());

    private static StallFacts Facts(string template, string state, DateOnly? since = null) =>
        new(template, state, since ?? Today, null, since ?? Today, null, HasLetterOfIntent: false);
}
