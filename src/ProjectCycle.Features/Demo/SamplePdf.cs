using System.Globalization;
using System.Text;

namespace ProjectCycle.Features.Demo;

/// <summary>Writes a one-page PDF 1.4 with a title and lines, marked as a sample: enough for evidence that can be opened.</summary>
internal static class SamplePdf
{
    private const int CharactersPerLine = 84;

    public static byte[] Write(string title, IReadOnlyList<string> lines)
    {
        var content = Content(title, lines);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Title ({Escape(title)}) >>",
        ];
        return Encoding.Latin1.GetBytes(File(objects));
    }

    /// <summary>The file's objects and, at its end, the table of the bytes at which each begins. Latin-1: one character is one byte.</summary>
    private static string File(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var tableAt = file.Length;
        var size = objects.Length + 1;
        return file
            .Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n{table}")
            .Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} /Root 1 0 R /Info {objects.Length} 0 R >>\nstartxref\n{tableAt}\n%%EOF\n")
            .ToString();
    }

    private static string Content(string title, IReadOnlyList<string> lines)
    {
        var page = new StringBuilder("BT\n0.7 g /F2 30 Tf 56 770 Td (CONTOH / SAMPLE) Tj\n0 g /F2 16 Tf 0 -46 Td 20 TL\n");
        foreach (var line in Wrap(title, CharactersPerLine * 11 / 16))
            page.Append(CultureInfo.InvariantCulture, $"({Escape(line)}) Tj T*\n");
        page.Append("/F1 11 Tf 0 -12 Td 16 TL\n");
        foreach (var line in lines.SelectMany(line => Wrap(line, CharactersPerLine)))
            page.Append(CultureInfo.InvariantCulture, $"({Escape(line)}) Tj T*\n");
        return page.Append("ET\n").ToString();
    }

    /// <summary>Breaks between words; a blank line stays one.</summary>
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
        }
        yield return line.ToString();
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("(", "\\(", StringComparison.Ordinal)
        .Replace(")", "\\)", StringComparison.Ordinal);
}
