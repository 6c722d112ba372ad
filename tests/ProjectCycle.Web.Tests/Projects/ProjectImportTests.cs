using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;
using Workbook = ProjectCycle.Reports.Workbooks.Workbook;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The page that takes a ledger from a workbook: every file gets a clear answer, and only a sound one changes anything.</summary>
public sealed partial class ProjectImportTests(Office office) : IClassFixture<Office>
{
    private const string Contracts = "xl/worksheets/sheet2.xml";

    [Fact]
    public async Task Import_OfASoundWorkbook_NamesTheEffectTakesItAndCanBeUndone()
    {
        var (page, _) = await LedgerAsync("IMX-1");
        var finance = await office.BrowserAsync(Role.Finance);

        var check = await finance.UploadAsync(page, "file", "register 2025.xlsx", await BookAsync(Contract("W-1"), Contract("W-2")));
        Assert.Contains("Import 2 rows", check.Text, StringComparison.Ordinal);
        var imported = await finance.SubmitAsync(page, $"{page}?handler=Import", ("note", NoteOf(check.Text)));
        Assert.Equal(page, imported.Location);
        var history = (await finance.GetAsync(page)).Text;
        Assert.Contains("2 rows imported.", history, StringComparison.Ordinal);
        Assert.Contains("register 2025.xlsx", history, StringComparison.Ordinal);
        Assert.Contains("W-2", (await finance.GetAsync(page.Replace("import", "contracts", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        var file = FileLink().Match(history).Groups["link"].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Assert.Equal("PK", (await finance.GetAsync(file)).Text[..2]);
        var id = UndoId().Match(history).Groups["id"].Value;
        Assert.Equal(page, (await finance.SubmitAsync(page, $"{page}?handler=Undo", ("id", id), ("version", "0"))).Location);
        Assert.Contains("Undone by", (await finance.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("W-2", (await finance.GetAsync(page.Replace("import", "contracts", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    /// <summary>As who presses Back and then the button again.</summary>
    [Fact]
    public async Task Import_OfANoteThatWasUsed_SaysWhoImportedTheFile()
    {
        var (page, _) = await LedgerAsync("IMX-5");
        var finance = await office.BrowserAsync(Role.Finance);
        var file = await BookAsync(Contract("W-1"));
        var note = NoteOf((await finance.UploadAsync(page, "file", "a.xlsx", file)).Text);
        Assert.Equal(page, (await finance.SubmitAsync(page, $"{page}?handler=Import", ("note", note))).Location);

        const string Sentence = " imported this very file on ";
        Assert.Contains(Sentence, (await finance.SubmitAsync(page, $"{page}?handler=Import", ("note", note))).Text, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await finance.SubmitAsync(page, $"{page}?handler=Marked", ("note", note))).Text, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await finance.UploadAsync(page, "file", "b.xlsx", file)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "fault")]
    [InlineData("id", "kesalahan")]
    public async Task Import_OfAWorkbookWithFaults_NamesThemAndGivesAMarkedCopy(string language, string word)
    {
        var (page, _) = await LedgerAsync($"IMX-2{language}");
        var finance = await office.BrowserAsync(Role.Finance, language);

        var check = await finance.UploadAsync(page, "file", "register.xlsx", await BookAsync(Contract("W-1", ("CategoryId", "9")), Contract("W-1", ("Percentage", 180m))));

        Assert.Contains($"2 {word}", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Import", check.Text, StringComparison.Ordinal);
        Assert.Matches("handler=Marked\"[^>]* data-again", check.Text);
        var marked = await finance.SubmitAsync(page, $"{page}?handler=Marked", ("note", NoteOf(check.Text)));
        using var copy = SpreadsheetDocument.Open(new MemoryStream(await marked.Message.Content.ReadAsByteArrayAsync()), isEditable: false);
        var comments = copy.WorkbookPart!.WorksheetParts.Select(part => part.WorksheetCommentsPart?.Comments).OfType<Comments>().Single().CommentList!.Elements<Comment>();
        Assert.Equal(["D2", "T3"], comments.Select(comment => comment.Reference!.Value!).OrderBy(cell => cell[1]).ThenBy(cell => cell[0]));
        Assert.Contains(": 1", comments.First(comment => comment.Reference == "D2").CommentText!.InnerText, StringComparison.Ordinal); // the only category there is
    }

    [Fact]
    public async Task Layout_WithTheRowsThereAre_ComesBackAsTheSame()
    {
        var (page, _) = await LedgerAsync("IMX-3");
        var finance = await office.BrowserAsync(Role.Finance);
        var check = await finance.UploadAsync(page, "file", "a.xlsx", await BookAsync(Contract("W-1")));
        await finance.SubmitAsync(page, $"{page}?handler=Import", ("note", NoteOf(check.Text)));

        var layout = await finance.GetAsync($"{page}?handler=Layout&filled=true");
        var again = await finance.UploadAsync(page, "file", "a.xlsx", await layout.Message.Content.ReadAsByteArrayAsync());

        Assert.Contains("there is nothing to import", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Import", again.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "headings", "Di sini seharusnya ada judul “Description”." },
        { "merged", "Sel C2:D3 digabung." },
        { "text-date", "Ini teks, bukan tanggal." },
        { "decimal-comma", "Ini teks, bukan angka." },
        { "formula", "Rumus tidak memiliki hasil di dalam berkas." },
        { "million-rows", "Lembar memiliki lebih dari 20.000 baris" },
        { "bomb", "Isi buku kerja melebihi 20 MB." },
        { "bomb-aside", "Isi buku kerja melebihi 20 MB." },
        { "stale", "mengubah" },
        { "closed", "Pembukuan ditutup sampai" },
        { "long-cell", "Paling banyak 2.000 karakter; ini 30.000." },
        { "longest-cell", "Ada sel dengan lebih dari 32.767 karakter" },
        { "no-workbook", "Yang diterima: .xlsx" },
        { "cut-off", "Yang diterima: .xlsx" },
        { "other-book", "Tidak ada lembar dalam buku kerja ini dengan kolom pembukuan." },
        { "too-large", "paling besar 5 MB" },
        { "nothing", "Mohon diisi." },
    };

    /// <summary>A clear answer, and a hash over all rows shows nothing changed.</summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Check_OfAHostileFile_AnswersClearlyAndChangesNothing(string kind, string answer)
    {
        var (page, financing) = await LedgerAsync($"HOS-{kind}");
        var finance = await office.BrowserAsync(Role.Finance, "id");
        var file = await HostileAsync(kind, page, financing, finance);
        var before = await HashAsync();

        var check = kind == "nothing" ? await finance.SubmitAsync(page) : await finance.UploadAsync(page, "file", "register.xlsx", file);

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains(answer, WebUtility.HtmlDecode(check.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Import", check.Text, StringComparison.Ordinal);
        if (Note().Match(check.Text) is { Success: true } note) // who sends the note to the import all the same
            await finance.SubmitAsync(page, $"{page}?handler=Import", ("note", note.Groups["note"].Value));
        Assert.Equal(before, await HashAsync());
    }

    [Fact]
    public async Task Page_ForReaders_ShowsTheHistoryAndNoForm()
    {
        var (page, _) = await LedgerAsync("IMX-4");
        var auditor = await office.BrowserAsync(Role.Auditor);

        var shown = await auditor.GetAsync(page);

        Assert.Contains("Nothing has been imported yet.", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{page}?handler=Layout&filled=true")).Status);
    }

    private async Task<byte[]> HostileAsync(string kind, string page, Guid financing, Browser finance)
    {
        var book = await BookAsync(Contract("W-1", ("SignedOn", new DateOnly(2025, 2, 1))));
        switch (kind)
        {
            case "headings":
                return ChangedWorkbook.With(book, Contracts, text => text.Replace(">Description<", ">What<", StringComparison.Ordinal));
            case "merged":
                return ChangedWorkbook.With(book, Contracts, text => text.Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"C2:D3\"/></mergeCells>", StringComparison.Ordinal));
            case "text-date":
                return ChangedWorkbook.With(book, Contracts, text => SignedOn().Replace(text, "${cell} t=\"inlineStr\"><is><t>01/02/2025</t></is></c>"));
            case "decimal-comma":
                return ChangedWorkbook.With(book, Contracts, text => Amount().Replace(text, "${cell} t=\"inlineStr\"><is><t>1.500.000,50</t></is></c>"));
            case "formula":
                return ChangedWorkbook.With(book, Contracts, text => Amount().Replace(text, "${cell}><f>SUM(A1:A9)</f></c>"));
            case "bomb-aside":
                return ChangedWorkbook.With(book, "xl/styles.xml", ChangedWorkbook.Blown);
            case "million-rows":
                return ChangedWorkbook.With(book, Contracts, ChangedWorkbook.WithAMillionEmptyRows);
            case "bomb":
                return ChangedWorkbook.With(book, Contracts, ChangedWorkbook.Blown);
            case "long-cell":
                return ChangedWorkbook.With(book, Contracts, text => text.Replace(">Works<", $">{new string('x', 30_000)}<", StringComparison.Ordinal));
            case "longest-cell":
                return ChangedWorkbook.With(book, Contracts, text => text.Replace(">Works<", $">{new string('x', 40_000)}<", StringComparison.Ordinal));
            case "no-workbook":
                return "No,Package"u8.ToArray();
            case "cut-off":
                return book[..^300];
            case "too-large":
                return new byte[LedgerLayout.MaxSize + 1];
            case "other-book":
                return await BookAsync(new Workbook("x", "id", [new TableSheet<int>("x", [new IntegerColumn<int>("No", i => i)], new[] { 1 }.ToAsyncEnumerable())]));
            case "closed":
                await office.ReadAsync(db => db.Financings.Where(f => f.Id == financing).ExecuteUpdateAsync(set => set.SetProperty(f => f.ClosedUntil, new DateOnly(2026, 1, 31))));
                return await BookAsync(
                    Contract("W-1"),
                    new LedgerSheetRow(LedgerSheet.Applications, 2, null, new Dictionary<string, object> { ["Number"] = 1, ["On"] = new DateOnly(2025, 6, 1), ["Procedure"] = WithdrawalProcedure.Advance, ["CurrencyCode"] = "USD" }),
                    new LedgerSheetRow(LedgerSheet.Invoices, 2, null, new Dictionary<string, object> { ["CategoryId"] = "1", ["Number"] = "T-1", ["On"] = new DateOnly(2026, 1, 5), ["Description"] = "x", ["Payee"] = "PT", ["CurrencyCode"] = "IDR", ["Gross"] = 1m, ["PaidFrom"] = PaymentSource.Unpaid }));
            case "stale":
                var check = await finance.UploadAsync(page, "file", "a.xlsx", book);
                await finance.SubmitAsync(page, $"{page}?handler=Import", ("note", NoteOf(check.Text)));
                var layout = await (await finance.GetAsync($"{page}?handler=Layout&filled=true")).Message.Content.ReadAsByteArrayAsync();

                await office.ReadAsync(db => db.Contracts.Where(c => c.FinancingId == financing).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1)));
                return ChangedWorkbook.With(layout, Contracts, text => text.Replace(">Works<", ">Other works<", StringComparison.Ordinal));
            default:
                return [];
        }
    }

    private Task<SortedDictionary<string, string>> HashAsync() => office.ReadAsync(db => RowHash.OfAsync(db, typeof(AuditEntry), typeof(OutboxMessage), typeof(JobRun), typeof(Domain.Notices.Notice)));

    private async Task<(string Page, Guid Financing)> LedgerAsync(string code)
    {
        await office.RegisterAsync(code, d => d with { AgreementId = office.Agreement.Id });
        var project = await office.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());
        var financing = new Financing { ProjectId = project, AgreementId = office.Agreement.Id, Number = 1, CurrencyCode = "USD", MinorUnits = 1_000_000_00 };
        var works = new ExpenditureCategory { ProjectId = project, FinancingId = financing.Id, Code = "1", Name = "Works", MinorUnits = 1_000_000_00, Percentage = 0.8m };
        await office.WriteAsync(db => db.AddRange(financing, works));
        return ($"/projects/{code}/money/import", financing.Id);
    }

    private static LedgerSheetRow Contract(string package, params (string Field, object Value)[] others)
    {
        var values = new Dictionary<string, object>
        {
            ["PackageNumber"] = package,
            ["Description"] = "Works",
            ["CategoryId"] = "1",
            ["Method"] = ProcurementMethod.NationalBidding,
            ["Review"] = ReviewType.Post,
            ["State"] = ContractState.Planned,
            ["CurrencyCode"] = "IDR",
            ["Amount"] = 1_500_000m,
            ["Percentage"] = 80m,
        };
        foreach (var (field, value) in others)
            values[field] = value;
        return new LedgerSheetRow(LedgerSheet.Contracts, 2, null, values);
    }

    private static Task<byte[]> BookAsync(params LedgerSheetRow[] rows) => BookAsync(LedgerLayoutWorkbook.From(new LedgerLayoutReport(
        new ReportCover { Language = "en", MadeAt = new DateTime(2026, 3, 4, 5, 6, 0, DateTimeKind.Utc), MadeBy = "Rina", Zone = IndonesianZone.Wib }, "P", "L", ["1"], rows)));

    private static async Task<byte[]> BookAsync(Workbook book)
    {
        using var stream = new MemoryStream();
        await new OpenXmlWorkbookWriter().WriteAsync(book, stream);
        return stream.ToArray();
    }

    private static string NoteOf(string page) => Note().Match(page).Groups["note"].Value;

    [GeneratedRegex("name=\"note\" value=\"(?<note>[^\"]+)\"")]
    private static partial Regex Note();

    [GeneratedRegex("href=\"(?<link>[^\"]+handler=File[^\"]+)\"")]
    private static partial Regex FileLink();

    [GeneratedRegex("name=\"id\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex UndoId();

    [GeneratedRegex("(?<cell><c r=\"O2\" s=\"[0-9]+\")><v>[0-9]+</v></c>")]
    private static partial Regex SignedOn();

    [GeneratedRegex("(?<cell><c r=\"S2\" s=\"[0-9]+\")><v>[0-9.]+</v></c>")]
    private static partial Regex Amount();
}
