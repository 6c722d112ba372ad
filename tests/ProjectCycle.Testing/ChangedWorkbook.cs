using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

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

    /// <summary>The workbook with another length claimed for a part than it has.</summary>
    public static byte[] Claiming(byte[] workbook, string part, int length)
    {
        var (changed, name) = ((byte[])workbook.Clone(), Encoding.ASCII.GetBytes(part));
        // The name stands after the 30 bytes that head the part itself, and after the 46 bytes of its entry in the list of all parts.
        for (var at = changed.AsSpan().IndexOf(name); at >= 0; at = Next(changed, name, at))
        {
            foreach (var (head, claim) in new[] { (0x04034B50u, 30 - 22), (0x02014B50u, 46 - 24) })
            {
                var start = at - (head == 0x04034B50u ? 30 : 46);
                if (start >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(changed.AsSpan(start)) == head)
                    BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at - claim), length);
            }
        }
        return changed;
    }

    private static int Next(byte[] bytes, byte[] name, int at) => bytes.AsSpan(at + 1).IndexOf(name) is >= 0 and var next ? at + 1 + next : -1;

    /// <summary>A million rows without a cell beneath those there are.</summary>
    public static string WithAMillionEmptyRows(string sheet) =>
        sheet.Replace("</sheetData>", string.Concat(Enumerable.Repeat("<row/>", 1_000_000)) + "</sheetData>", StringComparison.Ordinal);

    /// <summary>Thirty million characters that pack into a few kilobytes.</summary>
    public static string Blown(string part) => part + new string(' ', 30_000_000);
}
