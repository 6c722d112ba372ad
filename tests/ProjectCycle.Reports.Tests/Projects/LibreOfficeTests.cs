using ProjectCycle.Reports.Projects;
using ProjectCycle.Reports.Tests.Workbooks;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Tests.Projects;

/// <summary>Another program's reading of our file: what it saves again must hold the same values.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portfolio-");

    [FactWhen("soffice")]
    public async Task Open_WhenLibreOfficeSavesThePortfolioAgain_EveryValueIsTheSame()
    {
        using var ours = await ReadWorkbook.Of(PortfolioWorkbook.From(PortfolioSample.In("id")));
        var source = Path.Combine(_folder.FullName, "portfolio.xlsx");
        await File.WriteAllBytesAsync(source, ours.Bytes);

        using var theirs = ReadWorkbook.Of(await LibreOffice.ConvertedAsync(source, "xlsx"));

        Assert.Equal(ours.Tabs, theirs.Tabs);
        Assert.All(ours.Tabs, tab => Assert.Equal(Values(ours, tab), Values(theirs, tab)));
        Assert.Single(theirs.Part("Tahap").DrawingsPart!.ChartParts);
    }

    [FactWhen("soffice")]
    public async Task Open_WhenTextsLookLikeSomethingElse_LibreOfficeTakesThemAsText()
    {
        var texts = WorkbookWriterTests.Corpus;
        var sheet = new TableSheet<string>("Rows", [new TextColumn<string>("Text", text => text)], texts.ToAsyncEnumerable());
        using var ours = await ReadWorkbook.Of(new Workbook("Texts", "en", [sheet]));
        var source = Path.Combine(_folder.FullName, "texts.xlsx");
        await File.WriteAllBytesAsync(source, ours.Bytes);

        using var theirs = ReadWorkbook.Of(await LibreOffice.ConvertedAsync(source, "xlsx"));

        Assert.Equal(["Text", .. texts], theirs.Cells("Rows").Values.Where(cell => cell is { Kind: "text", Formula: null }).Select(cell => cell.Value));
    }

    [FactWhen("soffice")]
    public async Task Open_WhenLibreOfficePrintsThePortfolio_GivesPages()
    {
        using var ours = await ReadWorkbook.Of(PortfolioWorkbook.From(PortfolioSample.In("en")));
        var source = Path.Combine(_folder.FullName, "portfolio.xlsx");
        await File.WriteAllBytesAsync(source, ours.Bytes);

        var pdf = await LibreOffice.ConvertedAsync(source, "pdf");

        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.True(pdf.Length > 20_000, $"The printed portfolio has only {pdf.Length} bytes.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Reference, kind, value and formula of each cell; numbers are compared as the doubles that spreadsheets hold.</summary>
    private static IEnumerable<string> Values(ReadWorkbook book, string tab) => book.Cells(tab).Values
        .Select(cell => FormattableString.Invariant($"{cell.Ref} {cell.Kind} {(cell.Kind == "number" ? Math.Round(cell.Number, 6) : cell.Value)} {cell.Formula}"));
}
