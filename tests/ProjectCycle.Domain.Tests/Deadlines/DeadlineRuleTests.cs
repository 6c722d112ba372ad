using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Tests.Deadlines;

public sealed class DeadlineRuleTests
{
    private static readonly DateOnly Horizon = new(2040, 1, 1);
    private static readonly WorkingCalendar Plain = new(new HashSet<DateOnly>());

    [Theory]
    [InlineData("2025-01-15", 90, null, null, Roll.None, "2025-04-15")]
    [InlineData("2026-11-30", null, null, 3, Roll.None, "2027-02-28")]
    [InlineData("2027-11-30", null, null, 3, Roll.None, "2028-02-29")]
    [InlineData("2026-01-31", null, null, 1, Roll.None, "2026-02-28")]
    [InlineData("2027-08-31", null, null, -6, Roll.None, "2027-02-28")]
    [InlineData("2026-03-04", 10, null, null, Roll.Next, "2026-03-16")]
    [InlineData("2026-03-04", 10, null, null, Roll.Previous, "2026-03-13")]
    [InlineData("2026-03-05", null, 2, null, Roll.None, "2026-03-09")]
    [InlineData("2026-03-09", null, -2, null, Roll.None, "2026-03-05")]
    [InlineData("2026-03-07", null, 1, null, Roll.None, "2026-03-09")]
    [InlineData("2026-03-04", null, null, null, Roll.None, "2026-03-04")]
    public void Occurrences_WhenCountedFromOneDate_AreThatFarAway(string from, int? days, int? workingDays, int? months, Roll roll, string due)
    {
        var rule = Rule(new DateTerm { From = ProjectFields.SignedOn, Days = days, WorkingDays = workingDays, Months = months }) with { Roll = roll };

        Assert.Equal(new Occurrence("", Date(from), Date(due)), Assert.Single(rule.Occurrences(Book((ProjectFields.SignedOn, from)), Plain, Horizon)));
    }

    [Fact]
    public void Occurrences_WhileTheDateIsUnknown_AreNone() =>
        Assert.Empty(Rule(new DateTerm { From = ProjectFields.SignedOn, Days = 1 }).Occurrences(Book(), Plain, Horizon));

    [Theory]
    [InlineData(TermPick.Earliest, "2026-05-01", "2026-09-01", "2026-05-01")]
    [InlineData(TermPick.Latest, "2026-05-01", "2026-09-01", "2026-09-01")]
    [InlineData(TermPick.Earliest, null, "2026-09-01", "2026-09-01")]
    [InlineData(TermPick.Latest, null, "2026-09-01", null)]
    public void Occurrences_OfSeveralDates_AreTheOneThatCounts(TermPick pick, string? signedOn, string? closingOn, string? due)
    {
        var rule = Rule(new DateTerm { From = ProjectFields.SignedOn }, new DateTerm { From = ProjectFields.ClosingOn }) with { Pick = pick };
        var book = Book((ProjectFields.SignedOn, signedOn), (ProjectFields.ClosingOn, closingOn));

        Assert.Equal(due is null ? [] : [Date(due)], rule.Occurrences(book, Plain, Horizon).Select(o => o.DueOn));
    }

    [Theory]
    [InlineData(Period.Quarter, "2026-05-20", "2026-06-30")]
    [InlineData(Period.Quarter, "2026-06-30", "2026-06-30")]
    [InlineData(Period.Quarter, "2026-12-31", "2026-12-31")]
    [InlineData(Period.HalfYear, "2026-07-01", "2026-12-31")]
    [InlineData(Period.Year, "2028-02-29", "2028-12-31")]
    public void EndOf_OfAPeriod_IsItsLastDay(Period period, string day, string end) => Assert.Equal(Date(end), period.EndOf(Date(day)));

    [Fact]
    public void Occurrences_OfARecurringRule_ComeOncePerPeriodUntilTheEnd()
    {
        var rule = Rule(new DateTerm { From = ProjectFields.EffectiveOn, Days = 45 }) with { Recurrence = new(Period.Quarter, ProjectFields.ClosingOn, 0), Roll = Roll.Next };
        var book = Book((ProjectFields.EffectiveOn, "2026-05-20"), (ProjectFields.ClosingOn, "2027-02-28"));

        Assert.Equal(
            [("2026-06-30", "2026-08-14"), ("2026-09-30", "2026-11-16"), ("2026-12-31", "2027-02-15")],
            rule.Occurrences(book, Plain, Horizon).Select(o => (o.Key, $"{o.DueOn:yyyy-MM-dd}")));
        Assert.Equal(("Report, Q2 2026", "Laporan, triwulan II 2026"), (rule.TitleOf(rule.Occurrences(book, Plain, Horizon)[0]).En, rule.TitleOf(rule.Occurrences(book, Plain, Horizon)[0]).Id));
    }

    [Fact]
    public void Occurrences_OfARecurringRule_AreOnePerPeriodWhateverTheDates()
    {
        var days = Gen.Choose(0, 5000).Select(n => new DateOnly(2024, 1, 1).AddDays(n));
        var cases = (from start in days from end in days from period in Gen.Elements(Enum.GetValues<Period>()) from least in Gen.Choose(0, 12) select (start, end, period, least)).ToArbitrary();
        Prop.ForAll(cases, c =>
        {
            var rule = Rule(new DateTerm { From = ProjectFields.SignedOn, Months = 1 }) with { Recurrence = new(c.period, ProjectFields.ClosingOn, Math.Min(c.least, c.period.Months())) };
            var book = new DateBook([KeyValuePair.Create(ProjectFields.SignedOn, c.start), KeyValuePair.Create(ProjectFields.ClosingOn, c.end)]);
            var ends = rule.Occurrences(book, Plain, Horizon).Select(o => o.CountedFrom).ToList();
            var gaps = ends.Zip(ends.Skip(1), (a, b) => c.period.EndAfter(a) == b);
            return ends.TrueForAll(end => end >= c.start && end <= c.end && c.period.EndOf(end) == end)
                && gaps.All(isNext => isNext)
                && (ends.Count == 0 || ends[0].AddDays(1) <= c.start.AddMonths(2 * c.period.Months()).AddDays(31));
        }).QuickCheckThrowOnFailure();
    }

    private static DeadlineRule Rule(params DateTerm[] terms) => new() { Code = "report", Name = new LocalText("Report", "Laporan"), Terms = terms };

    private static DateBook Book(params (string Name, string? Date)[] dates) =>
        new(dates.Where(d => d.Date is not null).Select(d => KeyValuePair.Create(d.Name, Date(d.Date!))));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
