using ProjectCycle.Domain.Reports;
using ProjectCycle.Reports.Projects;
using ProjectCycle.Reports.Tests.Workbooks;

namespace ProjectCycle.Reports.Tests.Projects;

public class PortfolioWorkbookTests
{
    /// <summary>
    /// To accept a wanted change, copy the actual file, whose place the failure names, over the golden one and read the difference
    /// in review.
    /// </summary>
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Write_WhenPortfolioIsKnown_GivesTheGoldenWorkbook(string language)
    {
        using var book = await ReadWorkbook.Of(PortfolioWorkbook.From(PortfolioSample.In(language)));

        Golden.AssertSame($"portfolio.{language}", WorkbookDump.Of(book), book.Bytes);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenPortfolioIsEmpty_IsSoundAndCountsNothing()
    {
        var sample = PortfolioSample.In("en");
        var empty = new PortfolioReport(sample.Cover with { Filters = [], Templates = [] }, AsyncEnumerable.Empty<PortfolioProjectRow>(), AsyncEnumerable.Empty<StageHistoryRow>(), AsyncEnumerable.Empty<PortfolioDeadlineRow>(), []);

        using var book = await ReadWorkbook.Of(PortfolioWorkbook.From(empty));

        var cover = book.Cells("Cover").Values.ToList();
        Assert.Equal("None: every project its maker may see", After(cover, "Filters").Value);
        Assert.Equal(0, After(cover, "Projects in this file").Number);
        Assert.Equal(29, book.Cells("Projects").Count);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenWrittenTwice_GivesTheSameBytes()
    {
        using var first = await ReadWorkbook.Of(PortfolioWorkbook.From(PortfolioSample.In("id")));
        using var second = await ReadWorkbook.Of(PortfolioWorkbook.From(PortfolioSample.In("id")));

        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public async Task Write_WhenAmountsHaveSeveralCurrencies_FormatsEachByItsMinorUnit()
    {
        using var book = await ReadWorkbook.Of(PortfolioWorkbook.From(PortfolioSample.In("en")));

        var cells = book.Cells("Projects");
        Assert.Equal(("EUR", "13400000", "#,##0.00"), (cells["T2"].Value, cells["S2"].Value, cells["S2"].Format));
        Assert.Equal(("IDR", "625000000000", "#,##0"), (cells["T3"].Value, cells["S3"].Value, cells["S3"].Format));
        Assert.Equal(("JPY", "45000000", "#,##0"), (cells["T8"].Value, cells["S8"].Value, cells["S8"].Format));
    }

    private static ReadCell After(List<ReadCell> cells, string label) => cells[cells.FindIndex(cell => cell.Value == label) + 1];
}
