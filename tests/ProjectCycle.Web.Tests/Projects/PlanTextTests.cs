using System.Globalization;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>Plans as they are typed, and as spreadsheets hand them over.</summary>
public sealed class PlanTextTests
{
    private static readonly PlannedPoint[] Plan = [new(new DateOnly(2026, 1, 31), 0), new(new DateOnly(2026, 12, 31), 1_500_000.5m)];

    [Theory]
    [InlineData("en-GB", "2026-01-31; 0\n2026-12-31; 1,500,000.50")]
    [InlineData("en-GB", "31/01/2026\t0\r\n31/12/2026\t1500000.5\r\n")]
    [InlineData("en-GB", "Date\tCumulative\n31 Jan 2026\t0\n\n31 Dec 2026\t1,500,000.5")]
    [InlineData("id-ID", "2026-01-31; 0\n2026-12-31; 1.500.000,50")]
    [InlineData("id-ID", "Tanggal\tJumlah\n31/1/2026\t0\n31/12/2026\t1500000,5")]
    [InlineData("id-ID", "31.1.2026;0;\n31-12-2026;1500000.5;")]
    public void Read_InEitherLanguage_FindsThePoints(string culture, string text)
    {
        using var _ = new Language(culture);

        Assert.Equal(Plan, PlanText.Read(text).Value);
        Assert.Equal(Plan, PlanText.Read(PlanText.Write(Plan)).Value);
    }

    [Fact]
    public void Read_OfLinesThatAreNoPoints_NamesEachByItsNumber()
    {
        using var _ = new Language("en-GB");

        var refusals = PlanText.Read("2026-01-31; 0\n31/02/2026; 5\n2026-03-31 7\n2026-04-30; five").Refusals;

        Assert.Equal([2, 3, 4], refusals.Select(refusal => refusal.Args[0]));
        Assert.All(refusals, refusal => Assert.Equal(("bad-plan-line", "Lines"), (refusal.Code, refusal.Field)));
        Assert.Empty(PlanText.Read("").Value);
    }

    private sealed class Language : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Language(string culture) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
