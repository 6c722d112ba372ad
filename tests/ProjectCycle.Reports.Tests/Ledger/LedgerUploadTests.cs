using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Ledger;
using ProjectCycle.Reports.Tests.Workbooks;
using ProjectCycle.Reports.Workbooks;
using ProjectCycle.Testing;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace ProjectCycle.Reports.Tests.Ledger;

/// <summary>The workbook to fill in: what comes back of it, and what is said of a file that people or other programs changed.</summary>
public sealed class LedgerUploadTests
{
    private static readonly LedgerSheetRow Line = new(LedgerSheet.Lines, 2, new LedgerKey(Guid.Parse("01999999-0000-7000-8000-000000000001"), 3), new Dictionary<string, object>
    {
        ["ApplicationId"] = 7,
        ["CategoryId"] = "1A",
        ["ContractId"] = "001",
        ["InvoiceId"] = "1234567890123456789",
        ["Description"] = "=1+1 is text here\nin two lines",
        ["IsSoe"] = true,
        ["Eligible"] = 1_572_500_000.25m,
        ["Percentage"] = 80.5m,
        ["Rate.Rate"] = 15_725.1234567890m,
        ["Rate.Unit"] = 100,
        ["Rate.IsInverse"] = false,
        ["Rate.Type"] = RateType.BankConversion,
        ["Rate.On"] = new DateOnly(2025, 2, 28),
        ["Disallowed"] = 0.01m,
        ["DisallowedFor"] = IneligibleReason.WrongShare,
    });

    private static readonly LedgerSheetRow New = new(LedgerSheet.Payments, 2, null, new Dictionary<string, object> { ["ApplicationId"] = 7, ["CategoryId"] = "1A", ["ValueDate"] = new DateOnly(2026, 1, 1), ["Paid"] = 10m });

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Read_OfTheWorkbookAsItWasWritten_GivesTheSameRows(string language)
    {
        var read = LedgerUploadReader.Read(new MemoryStream(await BookAsync(language))).Value;

        Assert.Empty(read.Faults);
        Assert.Equal([(Line.Sheet, 2, Line.Key), (New.Sheet, 2, (LedgerKey?)null)], read.Rows.Select(row => (row.Sheet, row.Number, row.Key)));
        Assert.Equal(Line.Values, read.Rows[0].Values);
        Assert.Equal(New.Values, read.Rows[1].Values);
        Assert.Equal(("80.5 %", "2025-02-28"), (read.Rows[0].Texts["Percentage"], read.Rows[0].Texts["Rate.On"]));
        Assert.Equal(Enum.GetValues<LedgerSheet>().Order(), read.Tabs.Keys.Order());
    }

    [Fact]
    public async Task Write_OfEverySheet_GivesAFileThatIsSoundAndOffersItsWords()
    {
        using var book = await ReadWorkbook.Of(LedgerLayoutWorkbook.From(Report("id")));

        Assert.Empty(book.Faults());
        Golden.AssertSame("ledger-layout.id", WorkbookDump.Of(book), book.Bytes);
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        var lists = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DataValidation>()).ToList();
        Assert.Equal(15, lists.Count);
        Assert.All(lists, list => Assert.StartsWith("'Pilihan'!$", list.Formula1!.Text, StringComparison.Ordinal));
    }

    /// <summary>Saved by the program of those who have no Excel.</summary>
    [FactWhen("soffice")]
    public async Task Read_OfTheWorkbookSavedByLibreOffice_GivesTheSameRows()
    {
        var read = LedgerUploadReader.Read(new MemoryStream(await LibreOffice.SavedAgainAsync(await BookAsync("id")))).Value;

        Assert.Empty(read.Faults);
        Assert.Equal(Line.Values.OrderBy(value => value.Key), read.Rows[0].Values.OrderBy(value => value.Key));
        Assert.Equal(Line.Key, read.Rows[0].Key);
    }

    [Theory]
    [InlineData("Rate.On", "31/12/2025", "date-as-text")]
    [InlineData("Rate.On", "2025-02-30", "date-as-text")]
    [InlineData("Eligible", "1.572.500,25", "number-as-text")]
    [InlineData("Eligible", "1,572.25", "number-as-text")]
    [InlineData("Percentage", "80", "number-as-text")]
    [InlineData("ApplicationId", "tujuh", "bad-whole-number")]
    [InlineData("Rate.Type", "Kurs pasar", "not-in-list")]
    [InlineData("IsSoe", "mungkin", "not-in-list")]
    [InlineData("Key", "mine", "unknown-row-key")]
    public async Task Read_OfTextWhereItIsNone_NamesTheCell(string field, string text, string problem) =>
        await AssertFaultAsync(cell => (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text))), field, text, problem);

    [Theory]
    [InlineData("Rate.On", "0", "bad-date")]
    [InlineData("Rate.On", "99999999", "bad-date")]
    [InlineData("InvoiceId", "1234567890123456789", "digits-lost")]
    [InlineData("Eligible", "1E+300", "number-too-large")]
    [InlineData("ApplicationId", "7.5", "bad-whole-number")]
    public async Task Read_OfANumberThatCannotBe_NamesTheCell(string field, string number, string problem) =>
        await AssertFaultAsync(cell => cell.CellValue = new CellValue(number), field, number, problem);

    [Fact]
    public async Task Read_OfAFormulaWithoutResult_NamesTheCell() =>
        await AssertFaultAsync(cell => cell.CellFormula = new CellFormula("SUM(A1:A9)"), "Eligible", "", "formula-without-result");

    [Fact]
    public async Task Read_OfAFormulaWithResult_TakesWhatItCameTo()
    {
        var read = LedgerUploadReader.Read(new MemoryStream(await EditedAsync("Eligible", cell => (cell.CellFormula, cell.CellValue) = (new CellFormula("1+1"), new CellValue("2"))))).Value;

        Assert.Equal(2m, read.Rows[0].Values["Eligible"]);
    }

    [Fact]
    public async Task Read_OfDaysCountedFrom1904_GivesTheSameDay()
    {
        var book = await EditedAsync("Rate.On", cell => cell.CellValue = new CellValue("0"), document => document.WorkbookPart!.Workbook!.WorkbookProperties = new WorkbookProperties { Date1904 = true });

        // 0 is no day in the other count; from 1904 on 1 is the second of January.
        Assert.Equal("bad-date", Assert.Single(LedgerUploadReader.Read(new MemoryStream(book)).Value.Faults, fault => fault.Field == "Rate.On").Problem.Code);
        book = await EditedAsync("Rate.On", cell => cell.CellValue = new CellValue("44254"), document => document.WorkbookPart!.Workbook!.WorkbookProperties = new WorkbookProperties { Date1904 = true });
        Assert.Equal(new DateOnly(2025, 2, 28), LedgerUploadReader.Read(new MemoryStream(book)).Value.Rows[0].Day("Rate.On"));
    }

    [Fact]
    public async Task Read_OfAnotherHeading_NamesTheOneExpected()
    {
        var fault = Assert.Single(LedgerUploadReader.Read(new MemoryStream(await EditedAsync(1, "Eligible", cell => cell.InlineString = new InlineString(new Text("Nilai"))))).Value.Faults);

        Assert.Equal(("Eligible", 1, "Nilai", "wrong-heading", "Nilai yang memenuhi syarat"), (fault.Field, fault.Row, fault.Value, fault.Problem.Code, fault.Problem.Args[0]));
    }

    [Fact]
    public async Task Read_OfMergedCells_NamesTheRange()
    {
        var book = await EditedAsync("Description", _ => { }, document => SheetOf(document).AddChild(new MergeCells(new MergeCell { Reference = "F2:G4" })));

        var fault = Assert.Single(LedgerUploadReader.Read(new MemoryStream(book)).Value.Faults);

        Assert.Equal(("Description", 2, "cells-merged"), (fault.Field, fault.Row, fault.Problem.Code));
    }

    [Fact]
    public async Task Read_OfMoreRowsThanAreTaken_IsRefused()
    {
        var rows = Enumerable.Range(2, LedgerLayout.MaxRows + 1).Select(number => New with { Number = number }).ToList();

        Assert.Equal("workbook-too-many-rows", LedgerUploadReader.Read(new MemoryStream(await BookAsync("id", rows))).Refusals[0].Code);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet2.xml", false, "workbook-too-many-rows")]
    [InlineData("xl/worksheets/sheet2.xml", true, "workbook-too-large")]
    [InlineData("xl/workbook.xml", true, "workbook-too-large")]
    [InlineData("xl/styles.xml", true, "workbook-too-large")] // nothing of it is read, until the file is marked
    public async Task Read_OfAHostileWorkbook_IsRefusedWithLittleMemory(string part, bool isBomb, string problem)
    {
        var book = ChangedWorkbook.With(await BookAsync("id"), part, isBomb ? ChangedWorkbook.Blown : ChangedWorkbook.WithAMillionEmptyRows);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(problem, LedgerUploadReader.Read(new MemoryStream(book)).Refusals[0].Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task Read_OfPartsThatAreTooLargeTogether_IsRefusedWithLittleMemory()
    {
        var book = await BookAsync("id");
        foreach (var part in new[] { "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml" })
            book = ChangedWorkbook.With(book, part, text => text + new string(' ', 18_000_000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = LedgerUploadReader.Read(new MemoryStream(book)).Refusals[0];
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal(("workbook-too-large", 50L), (refusal.Code, refusal.Args[0]));
    }

    /// <summary>What a part claims of its length is its writer's word.</summary>
    [Fact]
    public async Task Mark_OfAPartThatUnpacksToMoreThanItClaims_TakesLittleMemory()
    {
        var book = ChangedWorkbook.Claiming(ChangedWorkbook.With(await BookAsync("id"), "xl/styles.xml", ChangedWorkbook.Blown), "xl/styles.xml", 4000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = LedgerUploadReader.Read(new MemoryStream(book));
        using var copy = new MemoryStream();
        copy.Write(book);
        if (read.Succeeded)
            Assert.Equal("workbook-not-markable", LedgerMarkedCopy.Mark(copy, read.Value.Tabs, [Marked(LedgerSheet.Lines, "Eligible", "Salah")]).Refusals[0].Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task Read_OfAVeryLongCell_NamesItsLength() =>
        await AssertFaultAsync(cell => (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(new string('x', 30_000)))), "Description", new string('x', 30_000), "too-long");

    /// <summary>No spreadsheet writes such a cell.</summary>
    [Fact]
    public async Task Read_OfALongerCellThanThereIs_IsRefused()
    {
        var book = await EditedAsync("Description", cell => (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(new string('x', 32_768)))));

        Assert.Equal("cell-too-long", LedgerUploadReader.Read(new MemoryStream(book)).Refusals[0].Code);
    }

    /// <summary>A long text that the file holds once is held once here, however many cells show it.</summary>
    [Fact]
    public async Task Read_OfALongTextInEveryRow_TakesLittleMemory()
    {
        const string Shown = "t=\"inlineStr\"><is><t xml:space=\"preserve\">shown</t></is>";
        var rows = Enumerable.Range(2, LedgerLayout.MaxRows).Select(number => New with { Number = number, Values = New.Values.Append(new("Source", "shown")).ToDictionary() }).ToList();
        var book = await BookAsync("id", rows);
        book = ChangedWorkbook.With(book, "xl/worksheets/sheet6.xml", sheet => sheet.Replace(Shown, "t=\"s\"><v>0</v>", StringComparison.Ordinal));
        book = ChangedWorkbook.With(book, "xl/_rels/workbook.xml.rels", relations => relations.Replace("/styles\"", "/sharedStrings\"", StringComparison.Ordinal));
        book = ChangedWorkbook.With(book, "xl/styles.xml", _ => $"<sst><si><t> {new string('x', 30_000)}</t></si></sst>");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = LedgerUploadReader.Read(new MemoryStream(book)).Value;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
        Assert.Equal([(LedgerLayout.MaxRows, "too-long")], read.Faults.GroupBy(fault => fault.Problem.Code).Select(same => (same.Count(), same.Key)));
    }

    [Fact]
    public async Task Read_OfTwoSheetsOfOneKind_IsRefused()
    {
        var book = ChangedWorkbook.With(await BookAsync("id"), "xl/workbook.xml", text => text.Replace("r:id=\"sheet6\"", "r:id=\"sheet5\"", StringComparison.Ordinal));

        Assert.Equal("ledger-sheet-twice", LedgerUploadReader.Read(new MemoryStream(book)).Refusals[0].Code);
    }

    [Fact]
    public async Task Read_OfABlankWorkbook_IsRefused() =>
        Assert.Equal("workbook-without-rows", LedgerUploadReader.Read(new MemoryStream(await BookAsync("id", []))).Refusals[0].Code);

    [Fact]
    public async Task Read_OfAnotherWorkbook_IsRefused()
    {
        using var other = await ReadWorkbook.Of(await LedgerSamples.OfAsync("wa-register", "id"));

        Assert.Equal("ledger-layout", LedgerUploadReader.Read(new MemoryStream(other.Bytes)).Refusals[0].Code);
    }

    /// <summary>Red and a comment where something is wrong; everything else as it was, in any program.</summary>
    [FactWhen("soffice")]
    public async Task Mark_OfAPersonsWorkbook_FillsAndCommentsItsCells()
    {
        var original = await BookAsync("id");
        var upload = LedgerUploadReader.Read(new MemoryStream(original)).Value;
        using var copy = new MemoryStream();
        copy.Write(original);
        LedgerMarkedCopy.Mark(copy, upload.Tabs, [Marked(LedgerSheet.Lines, "Eligible", "Terlalu besar"), Marked(LedgerSheet.Lines, "Amount", "Kosong"), Marked(LedgerSheet.Lines, LedgerLayout.Key, "Tidak ada"), Marked(LedgerSheet.Payments, "Paid", "Salah")]);
        var bytes = copy.ToArray();

        using (var book = ReadWorkbook.Of(bytes))
            Assert.Empty(book.Faults());
        Assert.Equal(upload.Rows.Select(row => row.Values), LedgerUploadReader.Read(new MemoryStream(bytes)).Value.Rows.Select(row => row.Values));
        Assert.Equal(["B2 Tidak ada", "E2 Salah", "G2 Kosong", "I2 Terlalu besar"], Comments(bytes).Order(StringComparer.Ordinal));
        Assert.Equal(4, Comments(await LibreOffice.SavedAgainAsync(bytes)).Count);

        // Marked once more, as after a second check of the marked file: the comments go on.
        LedgerMarkedCopy.Mark(copy, upload.Tabs, [Marked(LedgerSheet.Lines, "Eligible", "Masih")]);
        Assert.Contains("I2 Terlalu besar\n\nMasih", Comments(copy.ToArray()));
    }

    /// <summary>Some programs write links that are none.</summary>
    [Fact]
    public async Task Mark_OfAWorkbookThatCannotBeWrittenAgain_IsRefused()
    {
        var original = ChangedWorkbook.With(await BookAsync("id"), "xl/worksheets/_rels/sheet5.xml.rels", text => text.Replace(
            "</Relationships>", "<Relationship Id=\"bad\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://[\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal));
        var upload = LedgerUploadReader.Read(new MemoryStream(original)).Value;
        using var copy = new MemoryStream();
        copy.Write(original);

        Assert.Equal("workbook-not-markable", LedgerMarkedCopy.Mark(copy, upload.Tabs, [Marked(LedgerSheet.Lines, "Eligible", "Salah")]).Refusals[0].Code);
    }

    private static MarkedCell Marked(LedgerSheet sheet, string field, string text) => new(new LedgerFault(sheet, 2, field, "", new Domain.Refusal("required")), text);

    private static List<string> Comments(byte[] book)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Select(part => part.WorksheetCommentsPart?.Comments).OfType<Comments>()
            .SelectMany(comments => comments.CommentList!.Elements<Comment>()).Select(comment => $"{comment.Reference} {comment.CommentText!.InnerText}")];
    }

    private static async Task AssertFaultAsync(Action<SheetCell> edit, string field, string value, string problem)
    {
        var fault = Assert.Single(LedgerUploadReader.Read(new MemoryStream(await EditedAsync(field, edit))).Value.Faults);

        Assert.Equal((LedgerSheet.Lines, 2, field, problem), (fault.Sheet, fault.Row, fault.Field, fault.Problem.Code));
        Assert.Equal(value, fault.Value);
    }

    private static Task<byte[]> EditedAsync(string field, Action<SheetCell> edit, Action<SpreadsheetDocument>? also = null) => EditedAsync(2, field, edit, also);

    private static async Task<byte[]> EditedAsync(int row, string field, Action<SheetCell> edit, Action<SpreadsheetDocument>? also = null)
    {
        using var stream = new MemoryStream();
        stream.Write(await BookAsync("id"));
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + LedgerLayout.IndexOf(LedgerSheet.Lines, field))}{row}");
            var cell = SheetOf(document).Descendants<SheetCell>().Single(cell => cell.CellReference == reference);
            (cell.DataType, cell.CellValue, cell.InlineString) = (row == 1 ? CellValues.InlineString : null, null, null);
            edit(cell);
            also?.Invoke(document);
        }
        return stream.ToArray();
    }

    private static Worksheet SheetOf(SpreadsheetDocument document)
    {
        var sheet = document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => sheet.Name == "Rincian permohonan");
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!;
    }

    private static LedgerLayoutReport Report(string language, IReadOnlyList<LedgerSheetRow>? rows = null) => new(
        new ReportCover { Language = language, MadeAt = new DateTime(2026, 3, 4, 5, 6, 0, DateTimeKind.Utc), MadeBy = "Rina", Zone = IndonesianZone.Wib },
        "JMB-01 TPA", "L-1", ["1A", "2"], rows ?? [Line, New]);

    private static async Task<byte[]> BookAsync(string language, IReadOnlyList<LedgerSheetRow>? rows = null)
    {
        using var stream = new MemoryStream();
        await new OpenXmlWorkbookWriter().WriteAsync(LedgerLayoutWorkbook.From(Report(language, rows)), stream);
        return stream.ToArray();
    }
}
