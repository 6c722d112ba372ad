using System.Globalization;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Testing;

namespace ProjectCycle.Features.Tests.Deadlines;

/// <summary>The partners' own dates, worked by hand from their published rules and held against the templates as they are shipped.</summary>
public sealed class DonorDeadlineTests
{
    private static readonly WorkingCalendar Plain = new(new HashSet<DateOnly>());

    /// <summary>
    /// KfW, audit of funds paid in tranches to a special account: 3 months after the end of the fiscal year; when the first payment comes
    /// in its second half, the first audit follows the next fiscal year and may cover up to 18 months.
    /// </summary>
    [Theory]
    [InlineData("2025-03-10", "2025-12-31", "2026-03-31")]
    [InlineData("2025-06-30", "2025-12-31", "2026-03-31")]
    [InlineData("2025-07-01", "2026-12-31", "2027-03-31")]
    [InlineData("2025-11-20", "2026-12-31", "2027-03-31")]
    public void FirstAudit_OfKfw_FollowsTheYearThatCounts(string firstPayment, string year, string due)
    {
        var first = Rule("kfw", "annual-audit").Occurrences(Book((ProjectFields.FirstPaymentOn, firstPayment)), Plain, new DateOnly(2030, 1, 1))[0];

        Assert.Equal((year, Date(due)), (first.Key, first.DueOn));
    }

    /// <summary>KfW: the earlier of (end of the fiscal year of the last payment + 3 months, last payment + 6 months).</summary>
    [Theory]
    [InlineData("2026-02-10", "2026-08-10")] // six months, long before 31 March 2027
    [InlineData("2026-09-30", "2027-03-30")] // one day before the end of March
    [InlineData("2026-10-01", "2027-03-31")] // 1 April is later
    [InlineData("2026-11-20", "2027-03-31")]
    public void FinalAudit_OfKfw_IsTheEarlierOfBoth(string lastPayment, string due) =>
        Assert.Equal(Date(due), Single("kfw", "final-audit-due", (ProjectFields.LastPaymentOn, lastPayment)));

    /// <summary>KfW: no yearly audit is owed for the fiscal year that the final audit covers.</summary>
    [Fact]
    public void AnnualAudits_OfKfw_EndWithTheLastPayment()
    {
        var book = Book((ProjectFields.FirstPaymentOn, "2024-02-01"), (ProjectFields.LastPaymentOn, "2026-05-15"));

        Assert.Equal(["2024-12-31", "2025-12-31"], Rule("kfw", "annual-audit").Occurrences(book, Plain, new DateOnly(2030, 1, 1)).Select(o => o.Key));
    }

    /// <summary>ADB, Loan Disbursement Handbook: winding-up 4 months after closing, refund 2 months after its end, replenishment until 6 months before closing.</summary>
    [Theory]
    [InlineData("replenishment-ends", "2026-12-30")]
    [InlineData("extension-request", "2026-12-30")]
    [InlineData("winding-up-ends", "2027-10-30")]
    [InlineData("final-apfs-due", "2027-12-30")]
    public void Deadlines_OfAdb_AreCountedFromClosing(string rule, string due) =>
        Assert.Equal(Date(due), Single("adb-sovereign", rule, (ProjectFields.ClosingOn, "2027-06-30")));

    [Fact]
    public void Refund_ToAdb_IsTwoMonthsAfterTheWindingUp() =>
        Assert.Equal(Date("2027-12-30"), Single("adb-sovereign", "refund-due", (DateBook.Due("winding-up-ends"), "2027-10-30")));

    /// <summary>ADB: the later of (final audited statements + 1 year, closing + 2 years), and not known before both are.</summary>
    [Theory]
    [InlineData("2027-12-15", "2029-06-30")]
    [InlineData("2028-09-01", "2029-09-01")]
    [InlineData(null, null)]
    public void Papers_OfAdb_AreKeptUntilTheLaterOfBoth(string? finalStatements, string? until)
    {
        var book = Book((ProjectFields.ClosingOn, "2027-06-30"), (DateBook.Done("final-apfs-due"), finalStatements));

        Assert.Equal(until is null ? [] : [Date(until)], Rule("adb-sovereign", "keep-documents").Occurrences(book, Plain, new DateOnly(2030, 1, 1)).Select(o => o.DueOn));
    }

    /// <summary>World Bank: 90 days after signing [K], half of the period [K], 4 months after closing [S:wb-dl].</summary>
    [Fact]
    public void Deadlines_OfTheWorldBank_AreCountedFromTheirDates()
    {
        (string, string?)[] dates = [(ProjectFields.SignedOn, "2025-01-15"), (ProjectFields.EffectiveOn, "2025-04-15"), (ProjectFields.ClosingOn, "2030-04-15")];

        Assert.Equal(Date("2025-04-15"), Single("worldbank-ipf", "effectiveness-due", dates));
        Assert.Equal(Date("2027-10-15"), Single("worldbank-ipf", "mid-term-review", dates));
        Assert.Equal(Date("2030-08-15"), Single("worldbank-ipf", "disbursement-deadline", dates));
        Assert.Equal(Date("2031-06-30"), Single("worldbank-ipf", "final-audit-due", dates));
    }

    private static DateOnly Single(string template, string code, params (string Name, string? Date)[] dates) =>
        Assert.Single(Rule(template, code).Occurrences(Book(dates), Plain, new DateOnly(2040, 1, 1))).DueOn;

    private static DeadlineRule Rule(string template, string code) =>
        World.Templates.Current(template)!.Stages.SelectMany(stage => stage.Deadlines).Single(rule => rule.Code == code);

    private static DateBook Book(params (string Name, string? Date)[] dates) =>
        new(dates.Where(d => d.Date is not null).Select(d => KeyValuePair.Create(d.Name, Date(d.Date!))));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
