using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    /// <summary>Idul Fitri 2026 with its collective leave: Friday 20 to Tuesday 24 March.</summary>
    private static readonly WorkingCalendar Lebaran = new(Enumerable.Range(20, 5).Select(day => new DateOnly(2026, 3, day)).ToHashSet());

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    [InlineData(21, false)]
    [InlineData(22, false)]
    [InlineData(24, false)]
    [InlineData(25, true)]
    [InlineData(28, false)]
    [InlineData(29, false)]
    public void IsWorkingDay_WhenWeekendOrDayOff_IsFalse(int day, bool works) =>
        Assert.Equal(works, Lebaran.IsWorkingDay(new DateOnly(2026, 3, day)));

    [Theory]
    [InlineData(Roll.None, 21, 21)]
    [InlineData(Roll.Next, 21, 25)]
    [InlineData(Roll.Previous, 24, 19)]
    [InlineData(Roll.Next, 28, 30)]
    [InlineData(Roll.Previous, 28, 27)]
    [InlineData(Roll.Next, 25, 25)]
    [InlineData(Roll.Previous, 25, 25)]
    public void Apply_WhenTheDayIsOff_RollsAcrossTheWholeHoliday(Roll roll, int day, int rolled) =>
        Assert.Equal(new DateOnly(2026, 3, rolled), Lebaran.Apply(roll, new DateOnly(2026, 3, day)));

    [Fact]
    public void Apply_WhenRolled_LandsOnTheNearestWorkingDayThatWay()
    {
        Prop.ForAll(Days(), Gen.Elements(Roll.Next, Roll.Previous).ToArbitrary(), (day, roll) =>
        {
            var rolled = Lebaran.Apply(roll, day);
            var between = Math.Abs(rolled.DayNumber - day.DayNumber);
            var step = roll == Roll.Next ? 1 : -1;
            return Lebaran.IsWorkingDay(rolled)
                && (rolled.DayNumber - day.DayNumber) * step >= 0
                && Enumerable.Range(0, between).All(n => !Lebaran.IsWorkingDay(day.AddDays(n * step)));
        }).QuickCheckThrowOnFailure();
    }

    private static Arbitrary<DateOnly> Days() =>
        Gen.Choose(0, 60).Select(n => new DateOnly(2026, 3, 1).AddDays(n)).ToArbitrary();
}
