using System.IO.Compression;
using System.Text;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Language;
using ProjectCycle.Reports.Identification;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Tests.Identification;

/// <summary>Workbooks from outside: odd, wrong and hostile ones.</summary>
public sealed class NeedMapUploadTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly string Sound = Row(2, "", "Persampahan", "kebutuhan", "Sampah", "800", "2022", "BPS", "", "", "Funds, pelatihan", "", "DLH", "", "", "2", "Lindi");

    [Fact]
    public void Read_OfSharedTextsNumbersAndFormulas_TakesWhatASpreadsheetShows()
    {
        var row = """
            <row><c t="n"/><c t="s"><v>0</v></c><c t="str"><f>B1</f><v>Potential</v></c><c t="inlineStr"><is><r><t xml:space="preserve">Dua </t></r><r><t>bagian</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>
            <c><v>1234.50</v></c><c><f>2000+21</f><v>2021</v></c><c t="b"><v>1</v></c><c/><c/><c t="s"><v>1</v></c><c/><c/><c/><c/><c><v>3</v></c><c t="inlineStr"><is><t>_x0000__x0041_</t></is></c></row>
            """;
        var upload = Read(Header() + row, shared: "<si><t>Pelabuhan</t></si><si><r><t>Pasar;</t></r><r><t> Dana</t></r></si>").Value;

        Assert.Empty(upload.Faults);
        var line = Assert.Single(upload.Lines);
        Assert.Equal((2, (int?)null), (line.Row, line.Number));
        Assert.Equal(
            new NeedMapDetails { Sector = "Pelabuhan", Kind = MapKind.Potential, Subject = "Dua bagian", EvidenceFigure = "1234.5", EvidenceYear = 2021, EvidenceSource = "TRUE", Sought = Wants.Market | Wants.Funds, Priority = 3, Problem = "A" },
            line.Details);
    }

    [Theory]
    [InlineData("C", "<c r=\"C2\" t=\"inlineStr\"><is><t>Mimpi</t></is></c>", "Kind", "not-in-list", "Mimpi")]
    [InlineData("F", "<c r=\"F2\" t=\"inlineStr\"><is><t>tahun lalu</t></is></c>", "EvidenceYear", "bad-whole-number", "tahun lalu")]
    [InlineData("F", "<c r=\"F2\"><v>2021.5</v></c>", "EvidenceYear", "bad-whole-number", "2021.5")]
    [InlineData("D", "<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "Subject", "cell-error", "#DIV/0!")]
    [InlineData("D", "<c r=\"D2\"><f>TODAY()</f></c>", "Subject", "formula-without-result", "")]
    [InlineData("J", "<c r=\"J2\" t=\"inlineStr\"><is><t>Dana, Uang, Kasih</t></is></c>", "Sought", "not-in-list", "Dana, Uang, Kasih")]
    [InlineData("A", "<c r=\"A2\"><v>99999999999</v></c>", "Number", "bad-whole-number", "99999999999")]
    public void Read_WhenACellCannotBeTaken_NamesItWithItsValue(string column, string cell, string field, string problem, string value)
    {
        var row = Sound.Replace(CellOf(column, 2, Sound), cell, StringComparison.Ordinal);

        var fault = Assert.Single(Read(Header() + row).Value.Faults);

        Assert.Equal(($"{column}2", field, problem, value), (fault.Cell, fault.Field, fault.Problem.Code, fault.Value));
    }

    [Fact]
    public void Read_WhenAHeadingIsAnother_NamesTheOneExpected()
    {
        var fault = Assert.Single(Read(Header().Replace("Jenis", "Tipe", StringComparison.Ordinal) + Sound).Value.Faults);

        Assert.Equal(("C1", "wrong-heading", "Tipe", "Jenis"), (fault.Cell, fault.Problem.Code, fault.Value, fault.Problem.Args[0]));
    }

    [Fact]
    public void Read_WhenNoSheetHasTheColumns_SaysSo() =>
        Assert.Equal("map-layout", Refusal(Book("<row><c t=\"inlineStr\"><is><t>Nama</t></is></c></row>")));

    [Fact]
    public void Read_OfBlankRowsBetween_SkipsThem()
    {
        var upload = Read(Header() + Sound + "<row r=\"3\"/>" + Row(4, "", " ") + Sound.Replace("2\"", "9\"", StringComparison.Ordinal)).Value;

        Assert.Equal([2, 9], upload.Lines.Select(line => line.Row));
    }

    [Fact]
    public void Read_OfMoreRowsThanAreTaken_IsRefused()
    {
        var rows = string.Concat(Enumerable.Range(2, NeedMapUpload.MaxRows + 1).Select(number => Row(number, "", "Sektor")));

        Assert.Equal("workbook-too-many-rows", Refusal(Book(Header() + rows)));
    }

    /// <summary>Some programs write every row there can be.</summary>
    [Fact]
    public void Read_OfAMillionEmptyRows_IsRefusedWithLittleMemory()
    {
        var book = Book(Header() + Sound + string.Concat(Enumerable.Repeat("<row/>", 1_000_000)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("workbook-too-many-rows", Refusal(book));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    /// <summary>A file of a few kilobytes that unpacks to a thousand times as much.</summary>
    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/workbook.xml")]
    public void Read_OfAZipBomb_IsRefusedWithLittleMemory(string part)
    {
        var book = Book(Header() + Sound.Replace("t=\"inlineStr\"><is><t>BPS</t></is>", "t=\"s\"><v>0</v>", StringComparison.Ordinal), "<si><t>a</t></si>", bomb: part);
        Assert.InRange(book.Length, 1, 1_000_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("workbook-too-large", Refusal(book));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData("<row><c><v>1</v></row>")]
    [InlineData("<row r=\"x\"><c><v>1</v></c></row>")]
    [InlineData("<row><c r=\"7\"><v>1</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>5</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>")]
    public void Read_OfADamagedSheet_IsRefused(string rows) => Assert.Equal("workbook-damaged", Refusal(Book(rows)));

    [Fact]
    public void Read_OfADocumentType_IsRefused() =>
        Assert.Equal("workbook-damaged", Refusal(Book("", prolog: "<!DOCTYPE w [<!ENTITY a \"aaaa\">]>")));

    [Fact]
    public void Read_OfAnythingElse_IsRefused()
    {
        Assert.Equal("workbook-damaged", Refusal(Encoding.UTF8.GetBytes("No zip at all")));
        Assert.Equal("workbook-damaged", Refusal(Book(Header())[..300]));
        Assert.Equal("workbook-damaged", Refusal(Zip(("xl/workbook.xml", "<workbook/>"))));
    }

    private static string Refusal(byte[] book) => Assert.Single(NeedMapUploadReader.Read(new MemoryStream(book)).Refusals).Code;

    private static Domain.Outcome<NeedMapUpload> Read(string rows, string shared = "") => NeedMapUploadReader.Read(new MemoryStream(Book(rows, shared)));

    private static string Header()
    {
        var texts = new WorkbookTexts(Languages.Indonesian);
        return Row(1, [.. NeedMapColumns.All.Select(field => texts[$"NeedMap.{field}"])]);
    }

    private static string Row(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((text, i) => text == "" ? $"<c r=\"{(char)('A' + i)}{number}\"/>" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    private static string CellOf(string column, int row, string xml)
    {
        var start = xml.IndexOf($"<c r=\"{column}{row}\"", StringComparison.Ordinal);
        var next = xml.IndexOf("<c r=", start + 1, StringComparison.Ordinal);
        return xml[start..next];
    }

    private static byte[] Book(string rows, string shared = "", string bomb = "", string prolog = "")
    {
        var filling = new string(' ', bomb == "" ? 0 : 30_000_000);
        string Of(string path, string xml) => path == bomb ? xml + filling : xml;
        return Zip(
            ("xl/workbook.xml", Of("xl/workbook.xml", $"{prolog}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Peta\" sheetId=\"1\" r:id=\"one\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"one\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"two\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", Of("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>")),
            ("xl/worksheets/sheet1.xml", Of("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>")));
    }

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }
}
