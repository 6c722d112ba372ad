using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Tests.Workbooks;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Tests.Ledger;

public sealed partial class LedgerWorkbookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledger-books-");

    public static TheoryData<string, string> Books
    {
        get
        {
            var books = new TheoryData<string, string>();
            foreach (var name in LedgerSamples.Names)
            {
                books.Add(name, "en");
                books.Add(name, "id");
            }
            return books;
        }
    }

    /// <summary>To accept a wanted change, copy the actual file, whose place the failure names, over the golden one.</summary>
    [Theory]
    [MemberData(nameof(Books))]
    public async Task Write_WithRowsOfSeveralCurrencies_GivesTheGoldenWorkbook(string name, string language)
    {
        using var book = await ReadWorkbook.Of(await LedgerSamples.OfAsync(name, language));

        Assert.Empty(book.Faults());
        Golden.AssertSame($"{name}.{language}", WorkbookDump.Of(book), book.Bytes);
    }

    /// <summary>People copy blocks of rows into the donor's sheet: no column of ours may stand between its own (domain.md 4.7).</summary>
    [Theory]
    [InlineData("wa-register", 0, "No | WA No | Date | Procedure | Loan/Grant No | Category | Contract/PCSS No | Payee | Currency | Amount claimed | Amount approved | Disallowed | Value date | Paid (donor currency) | Equivalent in loan currency | Rate | IDR equivalent | Cumulative paid | Undisbursed balance | Status | Days open | Remarks")]
    [InlineData("soe", 0, "No | Item / contract | Supplier / payee | Country | Contract no & date | Contract amount | Invoice no & date | Payment date | Cheque / transfer no | Currency | Amount paid (gross) | Tax | Eligible amount | % financed | Amount claimed (local) | Rate | Amount claimed (account currency) | Bank ref | Remarks")]
    [InlineData("contract-register", 0, "No | Package no | Description | Category | Procurement method | Prior/post review | Bid date | No-objection date | Award date | Contractor | Nationality | Contract no | Sign date | Start | Completion (orig.) | Completion (rev.) | Currency | Original value | Variations | Current value | Donor % | Donor amount | Counterpart amount | Paid to date | Retention held | Advance unrecovered | Physical % | Financial % | Guarantee expiry | Status")]
    [InlineData("disbursement-by-category", 0, "Category | Name | Allocation (orig.) | Reallocation | Allocation (cur.) | Disbursed prior years | Disbursed this year | Disbursed this quarter | Cumulative | % | Committed uncontracted | Balance | Projection next 4 quarters")]
    [InlineData("mof-withdrawal-plan", 0, "No | Lender | Echelon I unit | Loan code | Register no | Project | RKA programme | RKA activity | National priority | Location (province) | DRPLN-JM (Blue Book) | DRPPLN (Green Book) | DK (activity list) | PSP (on-lending agreement)")]
    [InlineData("mof-withdrawal-plan", 1, "No | Lender | Unit | Loan code | Register no | Project | Loan commitment | Withdrawn cumulative to last year | Undrawn | Allocation this year | Planned carry-over revision | Planned acceleration / reduction | Estimated DIPA after revision | Estimated balance at year end | RMP total need | RMP withdrawn cumulative | RMP carry-over | RMP allocation this year | RMP still unpaid")]
    [InlineData("loan-quarterly", 0, "Loan | Year | Quarter | Rate USD/IDR | Rate loan/IDR | Plan (loan) | Plan (USD) | Plan (IDR) | Realised (loan) | Realised (USD) | Realised (IDR) | Absorption %")]
    public async Task Columns_OfADonorsSheet_ComeFirstInItsOrder(string name, int sheet, string columns)
    {
        using var book = await ReadWorkbook.Of(await LedgerSamples.OfAsync(name, "en"));

        var table = book.Part(book.Tabs[sheet]).TableDefinitionParts.Single().Table!;
        var headings = table.TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value);

        Assert.StartsWith($"{columns} | ", $"{string.Join(" | ", headings)} | ", StringComparison.Ordinal);
    }

    /// <summary>What our formulas come to in another program that is given the formulas alone.</summary>
    [FactWhen("soffice")]
    public async Task Totals_WhenLibreOfficeReckonsThemItself_AreTheOnesThatWereWritten()
    {
        var made = new List<(string File, byte[] Bytes)>();
        foreach (var (name, language) in LedgerSamples.Names.SelectMany(name => new[] { (name, "en"), (name, "id") }))
        {
            using var book = await ReadWorkbook.Of(await LedgerSamples.OfAsync(name, language));
            var file = Path.Combine(_folder.FullName, $"{name}.{language}.xlsx");
            await File.WriteAllBytesAsync(file, WithoutResults(book.Bytes));
            made.Add((file, book.Bytes));
        }

        var converted = await LibreOffice.ConvertedAsync([.. made.Select(book => book.File)], "xlsx");

        var compared = 0;
        foreach (var ((file, bytes), saved) in made.Zip(converted))
        {
            using var ours = ReadWorkbook.Of(bytes);
            using var theirs = ReadWorkbook.Of(saved);
            foreach (var (tab, cell) in ours.Tabs.SelectMany(tab => ours.Cells(tab).Values.Where(cell => cell.Formula is not null).Select(cell => (tab, cell))))
            {
                Assert.Equal((file, tab, cell.Ref, Math.Round(cell.Number, 6)), (file, tab, cell.Ref, Math.Round(theirs.Cells(tab)[cell.Ref].Number, 6)));
                compared++;
            }
        }
        Assert.InRange(compared, 120, 2000);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Words_ForEveryStoredName_AreThere(string language)
    {
        var texts = new WorkbookTexts(language);

        Assert.All(Enum.GetValues<WithdrawalProcedure>(), value => Assert.NotNull(texts.Of<WithdrawalProcedure>(value)));
        Assert.All(Enum.GetValues<WithdrawalState>(), value => Assert.NotNull(texts.Of<WithdrawalState>(value)));
        Assert.All(Enum.GetValues<ProcurementMethod>(), value => Assert.NotNull(texts.Of<ProcurementMethod>(value)));
        Assert.All(Enum.GetValues<ReviewType>(), value => Assert.NotNull(texts.Of<ReviewType>(value)));
        Assert.All(Enum.GetValues<ContractState>(), value => Assert.NotNull(texts.Of<ContractState>(value)));
        Assert.All(Enum.GetValues<FinancingKind>(), value => Assert.NotNull(texts.Of<FinancingKind>(value)));
        Assert.All(Enum.GetValues<ScheduleClass>(), value => Assert.NotNull(texts.Of<ScheduleClass>(value)));
        Assert.All(Enum.GetValues<LoanStatus>(), value => Assert.NotNull(texts.Of<LoanStatus>(value)));
        Assert.All(Enum.GetValues<RateType>(), value => Assert.NotNull(texts.Of<RateType>(value)));
        Assert.All(Enum.GetValues<CategoryRowKind>(), value => Assert.NotNull(texts.Of<CategoryRowKind>(value)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The workbook whose formulas have no results.</summary>
    private static byte[] WithoutResults(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
            {
                using var content = entry.Open();
                var xml = new StreamReader(content).ReadToEnd();
                var bare = Results().Replace(xml, "</f>");
                content.Position = 0;
                content.SetLength(0);
                using var writer = new StreamWriter(content);
                writer.Write(bare);
            }
        }
        return stream.ToArray();
    }

    [GeneratedRegex("</f><v>[^<]*</v>")]
    private static partial Regex Results();
}
