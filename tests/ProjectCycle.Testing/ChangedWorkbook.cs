using System.IO.Compression;

namespace ProjectCycle.Testing;

/// <summary>A workbook as odd programs or hostile people leave it: one of its parts written anew.</summary>
public static class ChangedWorkbook
{
    /// <summary>The workbook with the text of a part replaced.</summary>
    public static byte[] With(byte[] workbook, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open()))
                text = reader.ReadToEnd();
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(text));
        }
        return stream.ToArray();
    }

    /// <summary>A million rows without a cell beneath those there are.</summary>
    public static string WithAMillionEmptyRows(string sheet) =>
        sheet.Replace("</sheetData>", string.Concat(Enumerable.Repeat("<row/>", 1_000_000)) + "</sheetData>", StringComparison.Ordinal);

    /// <summary>Thirty million characters that pack into a few kilobytes.</summary>
    public static string Blown(string part) => part + new string(' ', 30_000_000);
}
