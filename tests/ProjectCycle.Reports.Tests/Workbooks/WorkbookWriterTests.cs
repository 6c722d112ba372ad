using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectCycle.Domain.Money;
using ProjectCycle.Reports.Workbooks;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Cell = ProjectCycle.Reports.Workbooks.Cell;
using Chart = ProjectCycle.Reports.Workbooks.Chart;
using Sheet = ProjectCycle.Reports.Workbooks.Sheet;
using Workbook = ProjectCycle.Reports.Workbooks.Workbook;

namespace ProjectCycle.Reports.Tests.Workbooks;

public class WorkbookWriterTests
{
    private const int SheetRows = 1_048_576;

    /// <summary>What people type that a spreadsheet would rather take for something else.</summary>
    public static IReadOnlyList<string> Corpus { get; } =
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+62 812 3456 7890",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\n=HYPERLINK(\"http://evil.example\";\"x\")",
        "'=1+1",
        "  spaces kept  ",
        "two\nlines",
        "<b>&amp;</b> \"quoted\"",
        "_x0041_ stays as typed, _x also, _x004_ too",
        "12.10",
        "2026-11-22",
        "TRUE",
        "Kerja sama 🌾 Denpasar 日本 مشروع",
    ];

    public static TheoryData<string> Texts => [.. Corpus];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Write_WhenTextLooksLikeSomethingElse_StaysThatText(string text)
    {
        using var book = await ReadWorkbook.Of(OneColumn(new TextColumn<string>("Text", t => t), text));

        var cell = book.Cells("Rows")["A2"];
        Assert.Equal(("text", text, null), (cell.Kind, cell.Value, cell.Formula));
        Assert.Empty(book.Faults());
    }

    [Theory]
    [InlineData("a\0b\u0001c\u001Fd", "abcd")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    public async Task Write_WhenTextHoldsWhatXmlForbids_KeepsTheRest(string text, string expected)
    {
        using var book = await ReadWorkbook.Of(OneColumn(new TextColumn<string>("Text", t => t), text));

        Assert.Equal(expected, book.Cells("Rows")["A2"].Value);
    }

    /// <summary>Not in a theory: an attribute cannot hold half a character.</summary>
    [Fact]
    public async Task Write_WhenTextHoldsHalfACharacter_ReplacesIt()
    {
        using var book = await ReadWorkbook.Of(OneColumn(new TextColumn<string>("Text", t => t), "lone " + '\uD83C' + " half", "a" + '\uFFFE' + "b" + '\uFFFF'));

        Assert.Equal("lone \uFFFD half", book.Cells("Rows")["A2"].Value);
        Assert.Equal("ab", book.Cells("Rows")["A3"].Value);
    }

    [Fact]
    public async Task Write_WhenTextFillsACell_KeepsItWhole()
    {
        var text = new string('x', 32_767);

        using var book = await ReadWorkbook.Of(OneColumn(new TextColumn<string>("Text", t => t), text));

        Assert.Equal(text, book.Cells("Rows")["A2"].Value);
    }

    [Theory]
    [InlineData("en", "… [cut at 32,767 characters]")]
    [InlineData("id", "… [dipotong pada 32.767 karakter]")]
    public async Task Write_WhenTextIsTooLong_SaysThatItIsCut(string language, string mark)
    {
        var text = string.Concat(Enumerable.Repeat("🌾", 20_000));

        using var book = await ReadWorkbook.Of(OneColumn(new TextColumn<string>("Text", t => t), text) with { Language = language });

        var value = book.Cells("Rows")["A2"].Value;
        Assert.EndsWith("🌾" + mark, value, StringComparison.Ordinal);
        Assert.InRange(value.Length, 32_766, 32_767);
    }

    [Fact]
    public async Task Write_WhenValuesAreTyped_WritesNumbersAndDatesOfExcel()
    {
        using var book = await ReadWorkbook.Of(Typed());

        var cells = book.Cells("Rows");
        Assert.Equal(("number", "1234567", "#,##0"), Seen(cells["A2"]));
        Assert.Equal(("number", "-12.5", "#,##0.00"), Seen(cells["B2"]));
        Assert.Equal(("number", "0.256", "0.0%"), Seen(cells["C2"]));
        Assert.Equal(("number", "46348", "yyyy-mm-dd"), Seen(cells["D2"]));
        Assert.Equal(new DateTime(2026, 11, 22), DateTime.FromOADate(cells["D2"].Number));
        Assert.Equal(("number", "46348.586111111111", "yyyy-mm-dd hh:mm"), Seen(cells["E2"]));
        Assert.Equal(14 * 60 + 4, Math.Round(DateTime.FromOADate(cells["E2"].Number).TimeOfDay.TotalMinutes));
        Assert.Equal(("number", "625000000000", "#,##0"), Seen(cells["F2"]));
        Assert.Equal(("number", "13400000.05", "#,##0.00"), Seen(cells["F3"]));
        Assert.Equal(("number", "98950", "#,##0"), Seen(cells["F4"]));
        Assert.Equal(("number", "1.234", "#,##0.000"), Seen(cells["F5"]));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenValuesAreMissing_LeavesCellsEmpty()
    {
        using var book = await ReadWorkbook.Of(Typed());

        Assert.DoesNotContain(book.Cells("Rows").Keys, key => key is "A3" or "B3" or "C3" or "D3" or "E3" or "F6");
    }

    [Fact]
    public async Task Write_WhenDateIsBeforeExcelCountsRightly_WritesItAsText()
    {
        using var book = await ReadWorkbook.Of(OneColumn(new DateColumn<DateOnly>("Day", day => day), new DateOnly(1900, 2, 28), new DateOnly(1900, 3, 1)));

        Assert.Equal(("text", "1900-02-28"), (book.Cells("Rows")["A2"].Kind, book.Cells("Rows")["A2"].Value));
        Assert.Equal(("number", "61"), (book.Cells("Rows")["A3"].Kind, book.Cells("Rows")["A3"].Value));
    }

    [Theory]
    [InlineData("id-ID")]
    [InlineData("ar-SA")]
    public async Task Write_WhenCultureIsNotInvariant_GivesTheSameBytes(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var expected = await ReadWorkbook.Of(Typed());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.NotEqual("1.5", 1.5m.ToString("G", CultureInfo.CurrentCulture));
            using var actual = await ReadWorkbook.Of(Typed());

            Assert.Equal(expected.Bytes, actual.Bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Write_WhenColumnHasTotal_WritesFormulaWithRightValue()
    {
        var columns = new Column<decimal>[] { new TextColumn<decimal>("What", _ => "x"), new DecimalColumn<decimal>("Sum", 2, d => d) { Total = true } };
        using var book = await ReadWorkbook.Of(Book(new TableSheet<decimal>("Rows", columns, new[] { 0.1m, 0.2m, 1000m }.ToAsyncEnumerable())));

        var cells = book.Cells("Rows");
        Assert.Equal("Total", cells["A5"].Value);
        Assert.Equal(("SUBTOTAL(109,B2:B4)", "1000.3", "#,##0.00"), (cells["B5"].Formula, cells["B5"].Value, cells["B5"].Format));
        Assert.Equal("A1:B4", Assert.Single(book.Part("Rows").TableDefinitionParts).Table.Reference!);
    }

    [Fact]
    public async Task Write_WhenRowsArePartsOfOthers_GroupsThemAndAddsUpTheWholesAlone()
    {
        var columns = new Column<(string What, Money Money)>[]
        {
            new TextColumn<(string What, Money Money)>("What", row => row.What),
            new TextColumn<(string What, Money Money)>("Currency", row => row.Money.Currency.Code),
            new MoneyColumn<(string What, Money Money)>("Own", row => row.Money) { TotalBy = 1 },
            new DecimalColumn<(string What, Money Money)>("Fixed", 0, row => row.Money.Amount) { Total = true },
        };
        var rows = new[] { ("whole", 5_00), ("part", 2_00), ("part", 3_00), ("whole", 7_00) }.Select(row => (row.Item1, new Money(row.Item2, Currencies.All["USD"])));
        using var book = await ReadWorkbook.Of(Book(new TableSheet<(string What, Money Money)>("Rows", columns, rows.ToAsyncEnumerable()) { Wholes = (0, "whole") }));

        var (cells, sheet) = (book.Cells("Rows"), book.Part("Rows").Worksheet!);
        Assert.Equal([null, null, 1, 1, null, null, null], sheet.Descendants<Row>().Select(row => (int?)row.OutlineLevel?.Value));
        Assert.False(sheet.GetFirstChild<SheetProperties>()!.OutlineProperties!.SummaryBelow!.Value);
        Assert.Equal(("SUMIFS(C2:C5,B2:B5,\"USD\",A2:A5,\"whole\")", "12"), (cells["C6"].Formula, cells["C6"].Value));
        Assert.Equal(("SUMIF(A2:A5,\"whole\",D2:D5)", "12"), (cells["D7"].Formula, cells["D7"].Value));
        Assert.Empty(book.Faults());
    }

    [Theory]
    [InlineData(0, "A1:A2")]
    [InlineData(1, "A1:A2")]
    [InlineData(10_000, "A1:A10001")]
    public async Task Write_WhateverTheNumberOfRows_TableCoversThemAndFileIsSound(int rows, string range)
    {
        var sheet = new TableSheet<int>("Rows", [new IntegerColumn<int>("N", n => n) { Total = true }], Enumerable.Range(1, rows).ToAsyncEnumerable());
        using var book = await ReadWorkbook.Of(Book(sheet, new CoverSheet("Cover", "Title", [CoverLine.RowCount("Rows", sheet)], [])));

        var table = Assert.Single(book.Part("Rows").TableDefinitionParts).Table;
        Assert.Equal((range, range), (table.Reference!.Value, table.AutoFilter!.Reference!.Value));
        Assert.Equal(rows, book.Cells("Cover")["B3"].Number);
        Assert.Equal(rows * (rows + 1L) / 2, book.Cells("Rows").Values.Single(cell => cell.Formula is not null).Number);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenRowsExceedASheet_Throws()
    {
        var sheet = new TableSheet<int>("Rows", [new IntegerColumn<int>("N", _ => null)], Enumerable.Range(1, SheetRows).ToAsyncEnumerable());

        var thrown = await Assert.ThrowsAsync<WorkbookTooLongException>(() => new OpenXmlWorkbookWriter().WriteAsync(Book(sheet), Stream.Null));

        Assert.Equal(("Rows", SheetRows - 1), (thrown.Sheet, thrown.Limit));
        Assert.Contains("1,048,575", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WhenProgressIsAsked_TellsRowsOfAllSheetsInOrder()
    {
        var seen = new Recorder();
        static TableSheet<int> Sheet(string name) =>
            new(name, [new IntegerColumn<int>("N", n => n)], Enumerable.Range(1, 300).ToAsyncEnumerable());

        using var book = await ReadWorkbook.Of(Book(Sheet("One"), Sheet("Two")), seen);

        Assert.Equal([250, 500, 600], seen.Reports);
    }

    [Fact]
    public async Task Write_WhenCancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        var read = 0;
        var rows = Enumerable.Range(1, 1000).Select(n =>
        {
            if (++read == 10)
                source.Cancel();
            return n;
        });
        var sheet = new TableSheet<int>("Rows", [new IntegerColumn<int>("N", n => n)], rows.ToAsyncEnumerable());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new OpenXmlWorkbookWriter().WriteAsync(Book(sheet), Stream.Null, null, source.Token));

        Assert.Equal(10, read);
    }

    [Fact]
    public async Task Write_WhenTabNamesAreIllegalOrAlike_MakesThemLegalAndUnique()
    {
        var names = new[] { "Proyek", "PROYEK", "a/b:c*d?[e]\\", "'quoted'", "", "History", new string('x', 40), new string('x', 41) };
        using var book = await ReadWorkbook.Of(Book([.. names.Select(name => new TableSheet<int>(name, [new IntegerColumn<int>("N", n => n)], AsyncEnumerable.Empty<int>()))]));

        Assert.Equal(
            ["Proyek", "PROYEK (2)", "a b c d  e", "quoted", "Sheet", "History (2)", new string('x', 31), new string('x', 27) + " (2)"],
            book.Tabs);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenTableSheet_FreezesFiltersAndPrintsOnOneWidth()
    {
        var sheet = new TableSheet<int>("It's & more", [new IntegerColumn<int>("A", n => n), new IntegerColumn<int>("B", n => n) { Width = 33 }], new[] { 1 }.ToAsyncEnumerable()) { FrozenColumns = 1 };
        using var book = await ReadWorkbook.Of(new Workbook("Dinas A & B", "id", [sheet]));

        var xml = book.Part("It's & more").Worksheet;
        var pane = xml.Descendants<Pane>().Single();
        Assert.Equal((1, 1, PaneStateValues.Frozen), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal([14, 33], xml.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Select(column => column.Width!.Value));
        Assert.Equal("&L Dinas A && B&R&A", xml.Descendants<OddHeader>().Single().Text);
        Assert.Equal("&RHalaman &P dari &N", xml.Descendants<OddFooter>().Single().Text);
        var print = xml.Descendants<PageSetup>().Single();
        Assert.Equal((OrientationValues.Landscape, 1u, 0u), (print.Orientation!.Value, print.FitToWidth!.Value, print.FitToHeight!.Value));
        Assert.Equal("'It''s & more'!$1:$1", book.Document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenSheetHasChart_CachesItsPoints()
    {
        using var book = await ReadWorkbook.Of(Book(WithChart(("Identifikasi", 3), ("Persiapan & lain", 5))));

        var chart = Assert.Single(book.Part("Rows").DrawingsPart!.ChartParts).ChartSpace;
        Assert.Equal(["'Rows'!$B$1:$B$1", "'Rows'!$A$2:$A$3", "'Rows'!$B$2:$B$3"], chart.Descendants<C.Formula>().Select(formula => formula.Text));
        Assert.Equal(["Count", "Identifikasi", "Persiapan & lain", "3", "5"], chart.Descendants<C.NumericValue>().Select(value => value.Text));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenChartHasNoRows_FileIsSound()
    {
        using var book = await ReadWorkbook.Of(Book(WithChart()));

        Assert.Empty(book.Faults());
    }

    [Theory]
    [InlineData("https://projectcycle.example/projects/JMB-01?a=1&b=2", true)]
    [InlineData("http://10.0.0.1:5080/projects/JMB-01", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/projects/JMB-01", false)]
    [InlineData("", false)]
    public async Task Write_WhenTextHasLink_OnlyWebAddressesAreFollowed(string url, bool isLink)
    {
        using var book = await ReadWorkbook.Of(OneColumn(new TextColumn<string>("Code", _ => "JMB-01") { Link = u => u }, url));

        Assert.Equal("JMB-01", book.Cells("Rows")["A2"].Value);
        Assert.Equal(isLink ? [url] : Array.Empty<string>(), book.Part("Rows").HyperlinkRelationships.Select(relation => relation.Uri.OriginalString));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenManyRowsHaveLinks_KeepsWithinExcelsLimit()
    {
        var sheet = new TableSheet<int>("Rows", [new TextColumn<int>("Code", _ => "x") { Link = _ => "https://a.example/" }], Enumerable.Range(1, 70_000).ToAsyncEnumerable());
        using var book = await ReadWorkbook.Of(Book(sheet));

        Assert.Equal(65_530, book.Part("Rows").Worksheet.Descendants<Hyperlink>().Count());
        Assert.Equal(70_001, book.Cells("Rows").Count);
    }

    [Fact]
    public void Describe_WhenTwoHeadingsAreAlike_Throws() =>
        Assert.Throws<ArgumentException>(() => new TableSheet<int>("Rows", [new IntegerColumn<int>("Mata uang", n => n), new IntegerColumn<int>("MATA UANG", n => n)], AsyncEnumerable.Empty<int>()));

    [Fact]
    public async Task Write_WhenThereIsOnlyACover_FileIsSound()
    {
        using var book = await ReadWorkbook.Of(Book(new CoverSheet("Cover", "=Title", [new("Made by", Cell.Text("Sari")), new("Share", Cell.Percent(0.5m, 2))], ["One", "Two"])));

        Assert.Equal(["A1", "A3", "B3", "A4", "B4", "A6", "B6", "B7"], book.Cells("Cover").Keys);
        Assert.Equal("0.00%", book.Cells("Cover")["B4"].Format);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenTextIsWrapped_GivesTheRowTheLinesItNeeds()
    {
        var column = new TextColumn<string>("Text", t => t) { Width = 20, Wrap = true };
        using var book = await ReadWorkbook.Of(OneColumn(column, "short", "one\ntwo\nthree", "these words need two lines", new string('x', 5_000)));

        Assert.Equal([18, 18, 48, 33, 409], book.Part("Rows").Worksheet.Descendants<Row>().Select(row => row.Height!.Value));
    }

    [Fact]
    public async Task Write_WhenFileIsSniffed_StartsWithItsContentTypes()
    {
        using var book = await ReadWorkbook.Of(Typed());
        using var zip = new ZipArchive(new MemoryStream(book.Bytes));

        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries.Count, zip.Entries.DistinctBy(entry => entry.FullName).Count());
    }

    [Fact]
    public async Task Write_WhenTitleAuthorAndTimeAreKnown_FileNamesThem()
    {
        using var book = await ReadWorkbook.Of(Typed() with { Author = "Sari & Co", MadeAt = new DateTime(2026, 11, 22, 7, 4, 0, DateTimeKind.Utc) });

        var properties = book.Document.PackageProperties;
        Assert.Equal(("Title", "Sari & Co", new DateTime(2026, 11, 22, 7, 4, 0)), (properties.Title, properties.Creator, properties.Created!.Value.ToUniversalTime()));
    }

    private static (string, string, string) Seen(ReadCell cell) => (cell.Kind, cell.Value, cell.Format);

    private static Workbook Book(params Sheet[] sheets) => new("Title", "en", sheets);

    private static Workbook OneColumn<T>(Column<T> column, params T[] rows) =>
        Book(new TableSheet<T>("Rows", [column], rows.ToAsyncEnumerable()));

    private static TableSheet<(string Name, int Count)> WithChart(params (string Name, int Count)[] rows) => new(
        "Rows",
        [new TextColumn<(string Name, int Count)>("Name", row => row.Name), new IntegerColumn<(string Name, int Count)>("Count", row => row.Count)],
        rows.ToAsyncEnumerable())
    {
        Chart = new Chart(ChartKind.Bar, "Bars & more", 0, 1),
    };

    private static Workbook Typed()
    {
        Money?[] amounts = [Amount("IDR", 62_500_000_000_000), Amount("EUR", 1_340_000_005), Amount("JPY", 98_950), Amount("KWD", 1_234), null];
        var first = amounts[0];
        return OneColumns(
            amounts,
            new IntegerColumn<Money?>("Integer", m => m == first ? 1_234_567 : null),
            new DecimalColumn<Money?>("Decimal", 2, m => m == first ? -12.5m : null),
            new PercentColumn<Money?>("Percent", 1, m => m == first ? 0.256m : null),
            new DateColumn<Money?>("Date", m => m == first ? new DateOnly(2026, 11, 22) : null),
            new TimestampColumn<Money?>("Time", m => m == first ? new DateTime(2026, 11, 22, 14, 4, 0) : null),
            new MoneyColumn<Money?>("Money", m => m));
    }

    private static Workbook OneColumns<T>(T[] rows, params Column<T>[] columns) =>
        Book(new TableSheet<T>("Rows", columns, rows.ToAsyncEnumerable()));

    private static Money Amount(string currency, long minorUnits) => new(minorUnits, Currencies.All[currency]);

    private sealed class Recorder : IProgress<int>
    {
        public List<int> Reports { get; } = [];

        public void Report(int value) => Reports.Add(value);
    }
}
