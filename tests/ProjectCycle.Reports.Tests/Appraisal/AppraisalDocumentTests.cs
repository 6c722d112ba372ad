using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ProjectCycle.Reports.Appraisal;

namespace ProjectCycle.Reports.Tests.Appraisal;

public sealed class AppraisalDocumentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("appraisal-");

    /// <summary>To accept a wanted change, copy the actual file, whose place the failure names, over the golden one.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Write_WhenEverythingIsFilledIn_GivesTheGoldenText(string language)
    {
        var bytes = AppraisalDocument.Write(AppraisalSample.In(language));

        Golden.AssertSame($"appraisal.{language}", TextOf(bytes), bytes, ".docx");
        Assert.Empty(Faults(bytes));
    }

    [Theory]
    [InlineData("en", "Not yet filled in.")]
    [InlineData("id", "Belum diisi.")]
    public void Write_WhenNothingIsFilledIn_SaysSoInEveryPart(string language, string blank)
    {
        var bytes = AppraisalDocument.Write(AppraisalSample.Blank(language));

        Assert.Equal(9, TextOf(bytes).Split(blank).Length - 1); // background three times, six parts
        Assert.Empty(Faults(bytes));
    }

    [Fact]
    public void Write_TextsThatXmlForbids_LeavesThemOut()
    {
        var content = AppraisalSample.Blank("en") with { Summary = "Null\0 and \uD800 half", ProjectName = "A & B <c>" };

        var bytes = AppraisalDocument.Write(content);

        Assert.Contains("A & B <c>", TextOf(bytes), StringComparison.Ordinal);
        Assert.Contains("Null and \uFFFD half", TextOf(bytes), StringComparison.Ordinal);
        Assert.Empty(Faults(bytes));
    }

    [Theory]
    [InlineData(2033, "2027")]
    [InlineData(2090, "2025")]
    public void Write_WhenThePlanIsLong_TakesLongerColumns(int lastYear, string head)
    {
        var content = AppraisalSample.In("en");
        content.Activities.First().EndsOn = new DateOnly(lastYear, 6, 30);

        var bytes = AppraisalDocument.Write(content);

        Assert.Contains($"| Activity | {head} |", TextOf(bytes), StringComparison.Ordinal);
        Assert.Empty(Faults(bytes));
    }

    [Fact]
    public void FileName_IsOfTheUnitsDay() =>
        Assert.Equal(
            ["JMB-TPA-appraisal-2026-11-23.docx", "JMB-TPA-penilaian-2026-11-23.docx"],
            new[] { "en", "id" }.Select(language => AppraisalDocument.FileName(AppraisalSample.Blank(language))));

    [FactWhen("soffice")]
    public async Task Open_WhenLibreOfficeReadsIt_EveryParagraphIsThere()
    {
        var bytes = AppraisalDocument.Write(AppraisalSample.In("id"));
        var source = Path.Combine(_folder.FullName, "appraisal.docx");
        await File.WriteAllBytesAsync(source, bytes);

        var theirs = Encoding.UTF8.GetString(await LibreOffice.ConvertedAsync(source, "txt:Text (encoded):UTF8"));
        var pdf = await LibreOffice.ConvertedAsync(source, "pdf");

        using var ours = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.All(
            ours.MainDocumentPart!.Document.Body!.Descendants<Text>().Select(text => text.Text).Where(text => text.Trim() != ""),
            text => Assert.Contains(text, theirs, StringComparison.Ordinal));
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Faults(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    /// <summary>Header, paragraphs with their styles, tables row by row, footer.</summary>
    private static string TextOf(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = document.MainDocumentPart!;
        var lines = new List<string> { $"[header] {main.HeaderParts.Single().Header.InnerText}" };
        foreach (var element in main.Document.Body!.ChildElements)
        {
            if (element is Paragraph paragraph && paragraph.InnerText != "")
                lines.Add($"{(paragraph.ParagraphProperties?.ParagraphStyleId?.Val is { } style ? $"[{style}] " : "")}{Line(paragraph)}");
            if (element is Table table)
                lines.AddRange(table.Elements<TableRow>().Select(row => $"| {string.Join(" | ", row.Elements<TableCell>().Select(CellText))} |"));
        }
        return string.Join('\n', [.. lines, $"[footer] {main.FooterParts.Single().Footer.InnerText}", ""]);
    }

    private static string CellText(TableCell cell)
    {
        var text = string.Join(" // ", cell.Elements<Paragraph>().Select(Line));
        return cell.TableCellProperties?.Shading?.Fill?.Value is { } fill && text == "" ? $"#{fill}" : text;
    }

    private static string Line(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants().Select(element => element switch { Text text => text.Text, Break => " / ", _ => "" }));
}
