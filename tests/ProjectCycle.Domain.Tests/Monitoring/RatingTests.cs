using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Tests.Monitoring;

/// <summary>domain.md 3.2 to 3.5: the ratings of ADB, the World Bank and KfW, and the health of a project.</summary>
public sealed class RatingTests
{
    private static readonly MonitoringRules Rules = new();

    /// <summary>3.2, worked: awards 75 % amber, disbursement 85 % green, technical 88 % green, FM amber, safeguards green: 8/5 = 1.6, on track at the cut.</summary>
    [Fact]
    public void Ppr_OfTheWorkedProject_IsOnTrackAtTheCut()
    {
        var rating = PprRating.Of(
            new Dictionary<PprIndicator, Light>
            {
                [PprIndicator.ContractAwards] = PprRating.LightOf(Ratio.OfProjected(15_000_000, 20_000_000), Rules)!.Value,
                [PprIndicator.Disbursement] = PprRating.LightOf(Ratio.OfProjected(10_200_000, 12_000_000), Rules)!.Value,
                [PprIndicator.Technical] = PprRating.LightOf(0.88m, Rules)!.Value,
                [PprIndicator.FinancialManagement] = Light.ForAttention,
                [PprIndicator.Safeguards] = Light.OnTrack,
            },
            Rules)!;

        Assert.Equal((1.6m, Light.OnTrack, false), (rating.Score, rating.Overall, rating.IsCapped));
        Assert.Empty(rating.Missing);
    }

    /// <summary>3.2: 80 % and more green, 60 % and more amber, below red.</summary>
    [Theory]
    [InlineData(80, Light.OnTrack)]
    [InlineData(79.99, Light.ForAttention)]
    [InlineData(60, Light.ForAttention)]
    [InlineData(59.99, Light.AtRisk)]
    public void PprLight_AtTheCutOffs_IsTheBetterColour(double percent, Light light) =>
        Assert.Equal(light, PprRating.LightOf((decimal)percent / 100, Rules));

    [Fact]
    public void PprLight_WhenThresholdsAreEditedOrTheRatioIsUnknown_FollowsThem()
    {
        Assert.Equal(Light.OnTrack, PprRating.LightOf(0.75m, Rules with { IndicatorOnTrack = 0.75m }));
        Assert.Null(PprRating.LightOf(null, Rules));
    }

    /// <summary>3.2: mean from 1.6 on on track, from 1.0 on for attention, below at risk.</summary>
    [Theory]
    [InlineData("GGGGG", 2.0, Light.OnTrack)]
    [InlineData("GGAAG", 1.6, Light.OnTrack)]
    [InlineData("GAAAG", 1.4, Light.ForAttention)]
    [InlineData("AAAAA", 1.0, Light.ForAttention)]
    [InlineData("AAAAR", 0.8, Light.AtRisk)]
    [InlineData("RRRGG", 0.8, Light.AtRisk)]
    public void Ppr_OfFiveLights_IsTheirMean(string lights, double score, Light overall)
    {
        var rating = PprRating.Of(Lights(lights), Rules)!;

        Assert.Equal(((decimal)score, overall, false), (rating.Score, rating.Overall, rating.IsCapped));
    }

    /// <summary>3.2: red in financial management (fourth) or safeguards (fifth) caps at "for attention"; elsewhere it does not, nor does it lift.</summary>
    [Theory]
    [InlineData("GGGRG", Light.ForAttention, true)]
    [InlineData("GGGGR", Light.ForAttention, true)]
    [InlineData("RGGGG", Light.OnTrack, false)]
    [InlineData("RRRRG", Light.AtRisk, false)]
    public void Ppr_WithRedInACovenant_IsCapped(string lights, Light overall, bool isCapped)
    {
        var rating = PprRating.Of(Lights(lights), Rules)!;

        Assert.Equal((overall, isCapped), (rating.Overall, rating.IsCapped));
    }

    [Fact]
    public void Ppr_WhenIndicatorsAreMissing_NamesThem()
    {
        var rating = PprRating.Of(Lights("GA"), Rules)!;

        Assert.Equal((1.5m, Light.ForAttention), (rating.Score, rating.Overall));
        Assert.Equal([PprIndicator.Disbursement, PprIndicator.FinancialManagement, PprIndicator.Safeguards], rating.Missing);
        Assert.Null(PprRating.Of(new Dictionary<PprIndicator, Light>(), Rules));
    }

    /// <summary>3.3: a problem project is rated MU or below in DO or IP.</summary>
    [Theory]
    [InlineData(IsrRating.ModeratelySatisfactory, IsrRating.ModeratelyUnsatisfactory, true)]
    [InlineData(IsrRating.HighlyUnsatisfactory, IsrRating.Satisfactory, true)]
    [InlineData(IsrRating.ModeratelySatisfactory, IsrRating.ModeratelySatisfactory, false)]
    [InlineData(null, IsrRating.Unsatisfactory, true)]
    [InlineData(null, IsrRating.HighlySatisfactory, null)]
    [InlineData(null, null, null)]
    public void ProblemProject_OfTwoRatings_IsSeenFromTheWorse(IsrRating? objective, IsrRating? progress, bool? isProblem) =>
        Assert.Equal(isProblem, ProblemProject.Of(objective, progress));

    /// <summary>3.3: 6 of 8 are 75 %; with fewer than five only the counts are shown.</summary>
    [Fact]
    public void PortfolioIndex_OfFewProjects_HasNoShare()
    {
        Assert.Equal(0.75m, new PortfolioIndex(6, 8).Share(Rules));
        Assert.Equal(0.6m, new PortfolioIndex(3, 5).Share(Rules));
        Assert.Null(new PortfolioIndex(3, 4).Share(Rules));
        Assert.Null(new PortfolioIndex(0, 0).Share(Rules with { FewestForPercent = 0 }));
    }

    /// <summary>3.4, worked: 2 3 3 3 3 4 with equal weights are 3.0, but sustainability 4 makes it 4, unsuccessful.</summary>
    [Fact]
    public void Kfw_OfTheWorkedProject_IsKnockedOutBySustainability()
    {
        var rating = KfwRating.Of(Grades(2, 3, 3, 3, 3, 4))!;

        Assert.Equal((3.0m, 4m, 4, false), (rating.Weighted, rating.Overall, rating.Grade, rating.IsSuccessful));
        Assert.Equal([DacCriterion.Sustainability], rating.KnockedOutBy);
    }

    /// <summary>3.4: effectiveness, impact and sustainability must each be 3 or better; the other three need not.</summary>
    [Theory]
    [InlineData(new[] { 1, 1, 3, 1, 3, 3 }, 2, true)]
    [InlineData(new[] { 5, 1, 1, 5, 1, 1 }, 2, true)]
    [InlineData(new[] { 1, 1, 4, 1, 1, 1 }, 4, false)]
    [InlineData(new[] { 1, 1, 1, 1, 5, 1 }, 4, false)]
    [InlineData(new[] { 6, 6, 6, 6, 6, 6 }, 6, false)]
    [InlineData(new[] { 4, 4, 3, 4, 3, 3 }, 4, false)]
    public void Kfw_OfSixGrades_SucceedsUpToThree(int[] grades, int grade, bool isSuccessful)
    {
        var rating = KfwRating.Of(Grades(grades))!;

        Assert.Equal((grade, isSuccessful), (rating.Grade, rating.IsSuccessful));
    }

    [Fact]
    public void Kfw_WithWeightsOfTheProject_IsTheirMean()
    {
        var weights = new Dictionary<DacCriterion, decimal> { [DacCriterion.Effectiveness] = 30, [DacCriterion.Impact] = 10 };

        Assert.Equal(1.5m, KfwRating.Of(Grades(6, 6, 1, 6, 3, 3), weights)!.Weighted);
        Assert.Null(KfwRating.Of(Grades(1, 1, 1, 1, 1, 1), new Dictionary<DacCriterion, decimal>()));
    }

    [Fact]
    public void Kfw_OfGradesThatAreNone_ThrowsAndOfMissingOnesIsUnknown()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => KfwRating.Of(Grades(0, 1, 1, 1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => KfwRating.Of(Grades(1, 1, 1, 1, 1, 7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => KfwRating.Of(Grades(1, 1, 1, 1, 1, 1), new Dictionary<DacCriterion, decimal> { [DacCriterion.Impact] = -1 }));
        Assert.Null(KfwRating.Of(Grades(1, 1, 1, 1, 1)));
    }

    /// <summary>3.5: the worst of the sides, with the sides that make it so.</summary>
    [Fact]
    public void Health_OfSeveralSides_IsTheWorstAndNamesIt()
    {
        var health = CompositeHealth.Of(new Dictionary<HealthAspect, Light>
        {
            [HealthAspect.Money] = Light.AtRisk,
            [HealthAspect.Physical] = Light.OnTrack,
            [HealthAspect.Covenants] = Light.AtRisk,
        });

        Assert.Equal(Light.AtRisk, health.Light);
        Assert.Equal([HealthAspect.Money, HealthAspect.Covenants], health.Reasons);
        Assert.Equal([HealthAspect.Deadlines], health.Unknown);
    }

    [Fact]
    public void Health_WhenAllIsWellOrNothingKnown_HasNoReasons()
    {
        var well = CompositeHealth.Of(new Dictionary<HealthAspect, Light> { [HealthAspect.Money] = Light.OnTrack });
        var unknown = CompositeHealth.Of(new Dictionary<HealthAspect, Light>());

        Assert.Equal((Light.OnTrack, 0, 3), (well.Light, well.Reasons.Count, well.Unknown.Count));
        Assert.Equal((null, 0, 4), (unknown.Light, unknown.Reasons.Count, unknown.Unknown.Count));
    }

    [Theory]
    [InlineData(Light.OnTrack, Light.AtRisk, true)]
    [InlineData(Light.AtRisk, Light.ForAttention, true)]
    [InlineData(Light.AtRisk, Light.AtRisk, false)]
    [InlineData(Light.AtRisk, null, false)]
    [InlineData(null, Light.AtRisk, false)]
    public void DisagreesWith_TheManagersLight_WhenBothAreKnownAndDiffer(Light? computed, Light? managers, bool disagrees) =>
        Assert.Equal(disagrees, new CompositeHealth(computed, [], []).DisagreesWith(managers));

    private static Dictionary<PprIndicator, Light> Lights(string letters) =>
        letters.Select((letter, i) => (Indicator: (PprIndicator)i, Light: letter switch { 'G' => Light.OnTrack, 'A' => Light.ForAttention, _ => Light.AtRisk }))
            .ToDictionary(pair => pair.Indicator, pair => pair.Light);

    private static Dictionary<DacCriterion, int> Grades(params int[] grades) =>
        grades.Select((grade, i) => (Criterion: (DacCriterion)i, Grade: grade)).ToDictionary(pair => pair.Criterion, pair => pair.Grade);
}
