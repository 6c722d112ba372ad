using System.IO.Compression;
using System.Text;

namespace ProjectCycle.Features.Documents;

/// <summary>A kind of file people may attach.</summary>
public sealed record FileType(string Extension, string ContentType);

/// <summary>Tells what a file is from its bytes: neither its name nor what the browser claims is believed.</summary>
public static class FileTypes
{
    /// <summary>Largest file that may be attached, in bytes: 50 MB.</summary>
    public const long MaxSize = 50L * 1024 * 1024;

    /// <summary>Extensions that may be attached, as shown to people and in the file picker.</summary>
    public static IReadOnlyList<string> Accepted { get; } = [".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".jpg", ".png", ".txt", ".csv", ".zip"];

    private static readonly (byte[] Magic, FileType Type)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), new(".pdf", "application/pdf")),
        ([0xFF, 0xD8, 0xFF], new(".jpg", "image/jpeg")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new(".png", "image/png")),
    ];

    private static readonly (string Entry, FileType Type)[] Packages =
    [
        ("word/document.xml", new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
        ("xl/workbook.xml", new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        ("ppt/presentation.xml", new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")),
    ];

    /// <summary>
    /// The type of the bytes in <paramref name="content"/> (seekable; left at its start), or null when it is none we accept.
    /// Plain text is told from a CSV only by <paramref name="fileName"/>: the bytes are the same.
    /// </summary>
    public static FileType? Sniff(Stream content, string fileName)
    {
        var head = new byte[8192];
        content.Position = 0;
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var start = head.AsSpan(0, length);
        foreach (var (magic, type) in Signatures)
        {
            if (start.StartsWith(magic))
                return type;
        }
        if (start.StartsWith("PK\u0003\u0004"u8))
            return SniffZip(content);
        return IsText(start, whole: length == content.Length) ? TextType(fileName) : null;
    }

    private static FileType? SniffZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var (entry, type) in Packages)
            {
                if (zip.GetEntry(entry) is not null)
                    return type;
            }
            return zip.GetEntry("mimetype") is { Length: < 100 } mimetype ? OpenDocument(mimetype) : new FileType(".zip", "application/zip");
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static FileType? OpenDocument(ZipArchiveEntry mimetype)
    {
        using var reader = new StreamReader(mimetype.Open());
        return reader.ReadToEnd().Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => new(".odt", "application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.spreadsheet" => new(".ods", "application/vnd.oasis.opendocument.spreadsheet"),
            _ => null,
        };
    }

    private static FileType TextType(string fileName) => Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase)
        ? new(".csv", "text/csv")
        : new(".txt", "text/plain");

    /// <summary>UTF-8 without control characters; HTML and scripts are text too, and are handed out as attachments only.</summary>
    private static bool IsText(ReadOnlySpan<byte> start, bool whole)
    {
        if (start.IsEmpty || start.ContainsAnyInRange((byte)0, (byte)8))
            return false;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        try
        {
            decoder.GetCharCount(start, flush: whole);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
