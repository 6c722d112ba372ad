using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Matchmaking;

namespace ProjectCycle.Domain.Tests.Matchmaking;

public sealed class CandidateMatchTests
{
    private const int Count = 10;
    private static readonly Guid Somebody = Guid.NewGuid();

    private static readonly Criterion[] Criteria =
    [
        Criterion("G1", isGate: true), Criterion("G2", isGate: true), .. Enumerable.Range(1, Count).Select(n => Criterion($"C{n}", isGate: false)),
    ];

    /// <summary>A sheet: weights and points by criterion, -1 for not scored.</summary>
    public sealed record Sheet(int[] Weights, int[] Points)
    {
        public int WeightOf(string code) => Weights[int.Parse(code[1..], System.Globalization.CultureInfo.InvariantCulture) - 1];

        public IEnumerable<CandidateScore> Scores => Points.Select((points, i) => (points, i)).Where(one => one.points >= 0).Select(one => Score($"C{one.i + 1}", one.points));

        public CandidateMatch Match => CandidateMatch.Of(Criteria, WeightOf, Scores);
    }

    [Fact]
    public void Of_WhateverTheSheet_LiesBetweenNothingAndAHundred() =>
        Prop.ForAll(Sheets(), sheet => sheet.Match.Percent is null or (>= 0 and <= 100) && (sheet.Match.Percent is null) == (sheet.Match.Scored == 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_WhenAPointIsRaised_NeverFalls() =>
        Prop.ForAll(Sheets(), Gen.Choose(0, Count - 1).ToArbitrary(), (sheet, at) =>
        {
            if (sheet.Points[at] is < 0 or CandidateScore.MostPoints)
                return true;
            var raised = sheet with { Points = [.. sheet.Points.Select((points, i) => i == at ? points + 1 : points)] };
            return raised.Match.Percent >= sheet.Match.Percent || raised.Match.Percent is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_WhenAWeightIsZero_IgnoresThePoints() =>
        Prop.ForAll(Sheets(), Gen.Choose(0, Count - 1).ToArbitrary(), Gen.Choose(-1, CandidateScore.MostPoints).ToArbitrary(), (sheet, at, points) =>
        {
            var weightless = sheet with { Weights = [.. sheet.Weights.Select((weight, i) => i == at ? 0 : weight)] };
            var other = weightless with { Points = [.. sheet.Points.Select((old, i) => i == at ? points : old)] };
            return (weightless.Match.Percent, weightless.Match.Scored, weightless.Match.Missing.Count) == (other.Match.Percent, other.Match.Scored, other.Match.Missing.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_InWhateverOrderScoresAndCriteriaCome_IsTheSame() =>
        Prop.ForAll(Sheets(), sheet =>
        {
            var turned = CandidateMatch.Of(Criteria.Reverse(), sheet.WeightOf, sheet.Scores.Reverse());
            return (turned.Percent, turned.Scored, turned.OutOf) == (sheet.Match.Percent, sheet.Match.Scored, sheet.Match.OutOf);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_WhenWeighted_IsTheShareOfWhatCouldBeHad()
    {
        var match = CandidateMatch.Of(Criteria, code => code == "C1" ? 10 : code == "C2" ? 5 : 0, [Score("C1", 4), Score("C2", 1)]);

        Assert.Equal((60m, 2, 2), (match.Percent, match.Scored, match.OutOf)); // (40 + 5) of (50 + 25)
    }

    [Theory]
    [InlineData(null, null, "", "G1 G2", false)]
    [InlineData(true, null, "", "G2", false)]
    [InlineData(true, false, "G2", "", false)]
    [InlineData(true, true, "", "", true)]
    public void Of_WhenGatesAreJudged_SaysWhoMayBeChosen(bool? first, bool? second, string failed, string missing, bool may)
    {
        CandidateScore[] gates = [.. new[] { ("G1", first), ("G2", second) }.Where(gate => gate.Item2 is not null).Select(gate => Gate(gate.Item1, gate.Item2!.Value))];

        var match = CandidateMatch.Of(Criteria, _ => 5, [.. gates, .. Enumerable.Range(1, Count).Select(n => Score($"C{n}", 0))]);

        Assert.Equal((failed, missing, may), (string.Join(' ', match.FailedGates), string.Join(' ', match.Missing), match.MayBeChosen));
        Assert.Equal(0m, match.Percent); // scored with nothing is a score
    }

    [Fact]
    public void Of_WhenNothingIsScored_HasNoPercentage() =>
        Assert.Equal((null, 0, Count), (CandidateMatch.Of(Criteria, _ => 5, []).Percent, CandidateMatch.Of(Criteria, _ => 5, []).Scored, CandidateMatch.Of(Criteria, _ => 5, []).OutOf));

    [Fact]
    public void Weights_WhenSet_ReadBackAndAreUsualOtherwise()
    {
        var weights = new CriterionWeights { ProjectId = Guid.NewGuid() };
        weights.Set([new("C1", 10), new("C2", 0)]);

        Assert.Equal("C1 10, C2 0", weights.Weights);
        Assert.Equal((10, 0, CriterionWeights.Usual), (weights.Of("C1"), weights.Of("C2"), weights.Of("C3")));
    }

    private static Arbitrary<Sheet> Sheets() =>
        (from weights in Gen.Choose(0, CriterionWeights.Most).ArrayOf(Count)
         from points in Gen.Choose(-1, CandidateScore.MostPoints).ArrayOf(Count)
         select new Sheet(weights, points)).ToArbitrary();

    private static Criterion Criterion(string code, bool isGate) => new(code, isGate, LocalText.Empty, LocalText.Empty, LocalText.Empty);

    private static CandidateScore Score(string code, int points) =>
        new() { CandidateId = Somebody, ProjectId = Somebody, CriterionCode = code, Points = points, Reason = "r" };

    private static CandidateScore Gate(string code, bool isPassed) =>
        new() { CandidateId = Somebody, ProjectId = Somebody, CriterionCode = code, IsPassed = isPassed, Reason = "r" };
}
