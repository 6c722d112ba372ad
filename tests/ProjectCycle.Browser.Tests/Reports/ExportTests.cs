using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Reports;

/// <summary>What stands on the screen is what stands in the workbook.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExportTests(BrowserFixture browser, DemoFixture demo)
{
    [BrowserTheory]
    [InlineData("id-ID", "Proyek")]
    [InlineData("en-GB", "Projects")]
    public async Task Export_WhenTheListIsFiltered_HoldsTheRowsOfTheScreen(string language, string tab)
    {
        await using var office = new Office(browser, await demo.ProgramAsync(), new Visitor(language));
        var page = await office.AtAsync(Role.Auditor);
        await page.GotoAsync("/projects");
        var everything = await CodesAsync(page);
        await page.SelectOptionAsync("#f-state", StateCodes.Identification);
        await Expect(page.Locator(".filter-chip")).ToHaveCountAsync(1);
        var shown = await CodesAsync(page);
        Assert.InRange(shown.Count, 1, everything.Count - 1);

        await page.ClickAsync(".list-export button");
        await page.WaitForURLAsync("**/reports");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#runs tbody tr").First.Locator("a[download]").ClickAsync());

        Assert.Equal(shown, CodesIn(await download.PathAsync(), tab));
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(IPage page) => await page.Locator("#projects tbody th").AllInnerTextsAsync();

    /// <summary>The first column of a sheet below its head.</summary>
    private static List<string> CodesIn(string path, string tab)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart!;
        var sheet = book.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == tab);
        var rows = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>();
        return [.. rows.Select(row => row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference!.Value!.TrimEnd([.. "0123456789"]) == "A")?.InlineString?.InnerText)
            .OfType<string>().Skip(1)];
    }
}
