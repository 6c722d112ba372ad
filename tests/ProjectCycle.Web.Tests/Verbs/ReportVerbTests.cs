using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectCycle.Features.Reports;

namespace ProjectCycle.Web.Tests.Verbs;

/// <summary>A data folder with a few projects; nobody changes them.</summary>
public sealed class SeededFolder : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("projectcycle-reports-");

    public string Name => _folder.FullName;

    public async Task InitializeAsync() => Assert.Equal(0, (await ProgramRun.OfAsync(Name, "seed", "--projects", "3")).ExitCode);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>Every workbook that the command line makes.</summary>
public sealed class ReportVerbTests(SeededFolder folder) : IClassFixture<SeededFolder>
{
    private static readonly Dictionary<string, string> FirstHeadings = new()
    {
        ["portfolio"] = "Project code | Name (Indonesian) | Name (English)",
        ["obstacles"] = "Project code | Project | Stage",
        ["reminder-certificate"] = "Project code | Project | Deadline",
        ["wa-register"] = "No | WA No | Date",
        ["soe"] = "No | Item / contract | Supplier / payee",
        ["contract-register"] = "No | Package no | Description",
        ["disbursement-by-category"] = "Category | Name | Allocation (orig.)",
        ["loan-grant-performance"] = "Project | Project name | Loan/Grant No",
        ["loan-quarterly"] = "Loan | Year | Quarter",
        ["mof-withdrawal-plan"] = "No | Lender | Echelon I unit",
    };

    public static TheoryData<string> Names => [.. RequestReport.All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Report_WhenAskedFor_WritesAWorkbookThatOpensWithItsHeadings(string name)
    {
        var file = Path.Combine(folder.Name, $"{name}.xlsx");

        var run = await ProgramRun.OfAsync(folder.Name, "report", name, "--out", file, "--language", "en");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Equal(FirstHeadings[name], string.Join(" | ", HeadingsOf(book.WorkbookPart!).Take(3)));
    }

    /// <summary>Of the first sheet with a table.</summary>
    private static IEnumerable<string?> HeadingsOf(WorkbookPart book) => book.Workbook!.Sheets!.Elements<Sheet>()
        .SelectMany(sheet => ((WorksheetPart)book.GetPartById(sheet.Id!)).TableDefinitionParts).First()
        .Table!.TableColumns!.Elements<TableColumn>().Select(column => column.Name?.Value);
}
