using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Tests.Appraisal;

public class AppraisalRulesTests
{
    private static readonly Guid Project = Guid.NewGuid();

    [Theory]
    [InlineData(1, RiskLevel.Low)]
    [InlineData(5, RiskLevel.Low)]
    [InlineData(6, RiskLevel.Medium)]
    [InlineData(12, RiskLevel.Medium)]
    [InlineData(14, RiskLevel.Medium)]
    [InlineData(15, RiskLevel.High)]
    [InlineData(25, RiskLevel.High)]
    public void LevelOf_AScore_FollowsTheBorders(int score, RiskLevel level) => Assert.Equal(level, RiskScale.LevelOf(score));

    [Fact]
    public void IsUnanswered_WhenOpenAndNotLow_WantsMeasureAndOwner()
    {
        var person = Guid.NewGuid();
        ProjectRisk Risk(int likelihood, string measure, Guid? owner, bool isClosed = false) =>
            new() { ProjectId = Project, Likelihood = likelihood, Impact = 3, Measure = measure, OwnerId = owner, IsClosed = isClosed };

        Assert.True(Risk(2, "", person).IsUnanswered);
        Assert.True(Risk(2, "Act", null).IsUnanswered);
        Assert.False(Risk(2, "Act", person).IsUnanswered);
        Assert.False(Risk(1, "", null).IsUnanswered);
        Assert.False(Risk(5, "", null, isClosed: true).IsUnanswered);
    }

    [Fact]
    public void Of_ActivitiesInSeveralCurrencies_NeverAddsThemTogether()
    {
        var sums = CostSum.Of([Activity("EUR", 700, "IDR", 900), Activity("EUR", 50, null, 0), Activity("IDR", 5, "IDR", 6), Activity(null, 0, null, 0)]);

        Assert.Equal(
            [("EUR", 750L, 0L, 750L), ("IDR", 5L, 906L, 911L)],
            sums.Select(sum => (sum.Total.Currency.Code, sum.Partner.MinorUnits, sum.Counterpart.MinorUnits, sum.Total.MinorUnits)));
        Assert.Empty(CostSum.Of([]));
    }

    [Fact]
    public void IsPlanned_WithDatesAndACost_ThoughItBeZero()
    {
        var activity = Activity(null, 0, "IDR", 0);
        Assert.False(activity.IsPlanned);

        (activity.StartsOn, activity.EndsOn) = (new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 1));
        Assert.True(activity.IsPlanned);

        activity.Costs(null, null);
        Assert.False(activity.IsPlanned);
    }

    [Theory]
    [InlineData("2027-02-10", "2027-02-10", 3, 1, "2027-01-01", "2027-03-31")]
    [InlineData("2027-02-10", "2028-01-01", 3, 5, "2027-01-01", "2028-03-31")]
    [InlineData("2027-01-01", "2032-12-31", 3, 24, "2027-01-01", "2032-12-31")]
    [InlineData("2027-01-01", "2033-01-01", 12, 7, "2027-01-01", "2033-12-31")]
    [InlineData("1945-08-17", "2100-12-31", 60, 32, "1945-01-01", "2104-12-31")]
    public void Of_Activities_GivesWholePeriodsThatFitAPage(string start, string end, int months, int count, string from, string to)
    {
        var activity = Activity(null, 0, null, 0);
        (activity.StartsOn, activity.EndsOn) = (Day(start), Day(end));

        var axis = TimeAxis.Of([activity, Activity(null, 0, null, 0)])!;

        Assert.Equal((months, count, Day(from), Day(to)), (axis.Months, axis.Periods.Count, axis.Periods[0].From, axis.Periods[^1].To));
        Assert.All(axis.Periods.Zip(axis.Periods.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        Assert.All(axis.Periods, period => Assert.True(period.Meets(activity)));
    }

    [Fact]
    public void Of_ActivitiesWithoutDates_IsNoAxis() => Assert.Null(TimeAxis.Of([Activity("EUR", 1, null, 0)]));

    [Fact]
    public void Meets_APeriod_OnItsFirstAndLastDay()
    {
        var period = new AxisPeriod(Day("2027-04-01"), Day("2027-06-30"));
        bool Meets(string from, string to)
        {
            var activity = Activity(null, 0, null, 0);
            (activity.StartsOn, activity.EndsOn) = (Day(from), Day(to));
            return period.Meets(activity);
        }

        Assert.Equal(2, period.Quarter);
        Assert.True(Meets("2027-01-01", "2027-04-01"));
        Assert.True(Meets("2027-06-30", "2028-01-01"));
        Assert.False(Meets("2027-01-01", "2027-03-31"));
        Assert.False(Meets("2027-07-01", "2027-07-02"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ProjectActivity Activity(string? partner, long amount, string? counterpart, long added)
    {
        var activity = new ProjectActivity { ProjectId = Project };
        activity.Costs(Of(partner, amount), Of(counterpart, added));
        return activity;
    }

    private static Domain.Money.Money? Of(string? currency, long amount) => currency is null ? null : new Domain.Money.Money(amount, Currencies.All[currency]);
}
