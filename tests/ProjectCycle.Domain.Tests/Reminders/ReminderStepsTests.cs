using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Domain.Tests.Reminders;

public sealed class ReminderStepsTests
{
    private static readonly DateOnly Due = new(2026, 6, 15);
    private static readonly IReadOnlyList<int> Steps = [.. Deadline.DefaultOffsets.Order()];

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(29, 30)]
    [InlineData(14, 14)]
    [InlineData(0, 0)]
    [InlineData(-1, -1)]
    [InlineData(-6, -1)]
    [InlineData(-400, -30)]
    public void Owed_WhenNothingIsOnRecord_IsTheNewestStepReached(int daysLeft, int? step) =>
        Assert.Equal(step, ReminderSteps.Owed(Due, Steps, Due.AddDays(-daysLeft), newest: null)?.Offset);

    [Fact]
    public void Owed_WhenStepsWereMissed_NamesThemAsCollapsed()
    {
        var owed = ReminderSteps.Owed(Due, Steps, Due.AddDays(1), newest: 14);

        Assert.Equal(-1, owed!.Offset);
        Assert.Equal([0, 1, 7], owed.Collapsed);
    }

    [Fact]
    public void Owed_WhenANewerStepIsOnRecord_IsNothing() =>
        Assert.Null(ReminderSteps.Owed(Due, [1, 5, 7, 30], Due.AddDays(-5), newest: 1));

    [Fact]
    public void Owed_WhenThereAreNoSteps_IsNothing() => Assert.Null(ReminderSteps.Owed(Due, [], Due.AddDays(100), newest: null));

    [Fact]
    public void Owed_WhenRunOnAnyDays_SendsEachStepOnceAndNeverEarly() =>
        Prop.ForAll(Cases(), c =>
        {
            var log = Run(c);
            var recorded = log.SelectMany(e => e.Owed.Collapsed.Append(e.Owed.Offset)).ToList();
            return recorded.Distinct().Count() == recorded.Count
                && recorded.All(c.Offsets.Contains)
                && log.TrueForAll(e => e.Owed.Collapsed.Append(e.Owed.Offset).All(step => Due.AddDays(-step) <= e.Day));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Owed_AfterAnyRun_HasTheNewestReachedStepOnRecord() =>
        Prop.ForAll(Cases(), c =>
        {
            var recorded = Run(c).Select(e => e.Owed.Offset).ToHashSet();
            var reached = c.Offsets.Where(step => Due.AddDays(-step) <= c.Days[^1]).ToList();
            return reached.Count == 0 || recorded.Contains(reached.Min());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Owed_WhenEachDayRunsTwice_SendsNothingMore() =>
        Prop.ForAll(Cases(), c => Run(c).Count == Run(c with { Days = [.. c.Days.SelectMany(day => new[] { day, day })] }).Count)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Owed_AfterAnOutage_IsOneStepForAllThatWasMissed() =>
        Prop.ForAll(Cases(), c => Run(c with { Days = [c.Days[^1]] }).Count <= 1).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(IndonesianZone.Wib, "2026-03-03T22:59:59Z", "2026-03-03")]
    [InlineData(IndonesianZone.Wib, "2026-03-03T23:00:00Z", "2026-03-04")]
    [InlineData(IndonesianZone.Wita, "2026-03-03T22:00:00Z", "2026-03-04")]
    [InlineData(IndonesianZone.Wit, "2026-03-03T20:59:59Z", "2026-03-03")]
    [InlineData(IndonesianZone.Wit, "2026-03-03T21:00:00Z", "2026-03-04")]
    public void MorningsLast_AtAnyMoment_IsTheDayWhoseSixOClockHasPassed(IndonesianZone zone, string utc, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            Mornings.Last(zone, DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal)));

    private static List<(DateOnly Day, OwedReminder Owed)> Run(Case c)
    {
        var recorded = new HashSet<int>();
        var log = new List<(DateOnly, OwedReminder)>();
        foreach (var day in c.Days)
        {
            if (ReminderSteps.Owed(Due, c.Offsets, day, recorded.Count == 0 ? null : recorded.Min()) is not { } owed)
                continue;
            log.Add((day, owed));
            recorded.UnionWith(owed.Collapsed.Append(owed.Offset));
        }
        return log;
    }

    /// <summary>Any steps, any days in order around the due date, with any gaps between them.</summary>
    private static Arbitrary<Case> Cases() => Arb.From(
        from offsets in Gen.Choose(-40, 40).ListOf()
        from first in Gen.Choose(-60, 60)
        from gaps in Gen.Choose(0, 15).NonEmptyListOf()
        select new Case([.. offsets.Distinct().Order()], [.. gaps.Aggregate(new List<DateOnly> { Due.AddDays(first) }, (days, gap) => [.. days, days[^1].AddDays(gap)])]));

    private sealed record Case(IReadOnlyList<int> Offsets, IReadOnlyList<DateOnly> Days);
}
