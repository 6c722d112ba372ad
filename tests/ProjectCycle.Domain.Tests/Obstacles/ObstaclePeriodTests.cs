using ProjectCycle.Domain.Obstacles;

namespace ProjectCycle.Domain.Tests.Obstacles;

public sealed class ObstaclePeriodTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData(10, 4, null, 4)] // ended
    [InlineData(10, null, null, 10)] // lasts: up to today
    [InlineData(10, null, 6, 6)] // lasts in a project that left
    [InlineData(10, 8, 6, 8)] // ended by the reopening, after it left
    [InlineData(0, null, null, 0)] // began today
    [InlineData(10, null, -3, 0)] // entered later than the project's end
    public void Of_WhenEndedOrLasting_CountsTheRightDays(int today, int? ended, int? left, int days) =>
        Assert.Equal(days, ObstaclePeriod.Of(Day, After(ended), After(left), Day.AddDays(today)).Days);

    [Theory]
    [InlineData(null, null, 10)]
    [InlineData(2, null, 8)]
    [InlineData(null, 3, 4)] // the last day counts too
    [InlineData(2, 3, 2)]
    [InlineData(-5, 20, 10)]
    [InlineData(12, 20, 0)]
    [InlineData(-9, -2, 0)]
    public void Within_WhenAPeriodIsAsked_CountsItsDaysOnly(int? first, int? last, int days) =>
        Assert.Equal(days, new ObstaclePeriod(Day, Day.AddDays(10)).Within(After(first), After(last)).Days);

    [Fact]
    public void Union_OfPeriodsByChance_CountsEachDayOnce()
    {
        var random = new Random(20260304);
        for (var i = 0; i < 500; i++)
        {
            var periods = Enumerable.Range(0, random.Next(8)).Select(_ => Day.AddDays(random.Next(40)))
                .Select(from => new ObstaclePeriod(from, from.AddDays(random.Next(15)))).ToList();
            var days = periods.SelectMany(p => Enumerable.Range(p.From.DayNumber, p.Days)).Distinct().Count();

            Assert.Equal(days, ObstaclePeriod.Union(periods));
        }
    }

    private static DateOnly? After(int? days) => days is { } n ? Day.AddDays(n) : null;
}
