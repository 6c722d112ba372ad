using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProjectCycle.Testing.Mail;

/// <summary>A mail as it came over the wire, and as a mail program would show it.</summary>
public sealed class ReceivedMail
{
    private readonly List<MimePart> _parts;

    internal ReceivedMail(string sender, IReadOnlyList<string> recipients, byte[] raw)
    {
        Sender = sender;
        Recipients = recipients;
        Raw = Encoding.Latin1.GetString(raw);
        var root = MimePart.Parse(Raw);
        Headers = root.Headers;
        _parts = [.. root.Leaves()];
    }

    /// <summary>A mail that lies in a pickup folder, where it has no envelope.</summary>
    public static ReceivedMail Read(string path) => new("", [], File.ReadAllBytes(path));

    /// <summary>The envelope's sender.</summary>
    public string Sender { get; }

    /// <summary>The envelope's recipients.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>Headers and body, one character per byte.</summary>
    public string Raw { get; }

    /// <summary>Headers by name, unfolded and decoded; the last one where a name repeats.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Subject => Headers.GetValueOrDefault("Subject", "");

    /// <summary>The first text/plain part; blank when there is none.</summary>
    public string Text => _parts.Find(p => p is { MediaType: "text/plain", FileName: null })?.Text ?? "";

    /// <summary>The first text/html part; blank when there is none.</summary>
    public string Html => _parts.Find(p => p is { MediaType: "text/html", FileName: null })?.Text ?? "";

    /// <summary>Attached files by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Attachments => _parts.Where(p => p.FileName is not null).ToDictionary(p => p.FileName!, p => p.Content);
}

/// <summary>A part of a MIME message: just enough of RFC 2045 to 2047 and 2231 to read what a .NET program sends.</summary>
internal sealed partial class MimePart
{
    private readonly string _body;

    private MimePart(Dictionary<string, string> headers, string body)
    {
        Headers = headers;
        _body = body;
    }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string MediaType => ContentType.Split(';')[0].Trim().ToLowerInvariant();

    public string? FileName => Parameter(Headers.GetValueOrDefault("Content-Disposition", ""), "filename") ?? Parameter(ContentType, "name");

    public byte[] Content => Headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit").ToLowerInvariant() switch
    {
        "base64" => Convert.FromBase64String(_body),
        "quoted-printable" => FromQuotedPrintable(_body.Replace("=\r\n", "", StringComparison.Ordinal)),
        _ => Encoding.Latin1.GetBytes(_body),
    };

    public string Text => Encoding.GetEncoding(Parameter(ContentType, "charset") ?? "us-ascii").GetString(Content);

    private string ContentType => Headers.GetValueOrDefault("Content-Type", "text/plain");

    public static MimePart Parse(string raw)
    {
        var end = raw.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? raw : raw[..end];
        var body = end < 0 ? "" : raw[(end == 0 ? 2 : end + 4)..];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Fold().Replace(head, " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon].Trim()] = DecodeWords(line[(colon + 1)..].Trim());
        }
        return new MimePart(headers, body);
    }

    /// <summary>The parts that hold content, through all levels of multipart.</summary>
    public IEnumerable<MimePart> Leaves()
    {
        if (!MediaType.StartsWith("multipart/", StringComparison.Ordinal) || Parameter(ContentType, "boundary") is not { } boundary)
            return [this];
        return ("\r\n" + _body).Split($"\r\n--{boundary}").Skip(1)
            .TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(part => Parse(part[(part.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]).Leaves());
    }

    private static string? Parameter(string header, string name)
    {
        var match = Regex.Match(header, $@";\s*{name}\s*=\s*(?:""(?<value>[^""]*)""|(?<value>[^;\s]+))", RegexOptions.IgnoreCase);
        return match.Success ? DecodeWords(match.Groups["value"].Value) : null;
    }

    /// <summary>Decodes "=?utf-8?B?...?=" words; what is not encoded is UTF-8 (RFC 6532).</summary>
    private static string DecodeWords(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value));
        // Neighbouring words may split a character, so bytes of one run are joined before they are decoded.
        return WordRun().Replace(value, run =>
        {
            var words = Word().Matches(run.Value);
            var bytes = words.SelectMany(word => word.Groups["kind"].Value is "B" or "b"
                ? Convert.FromBase64String(word.Groups["text"].Value)
                : FromQuotedPrintable(word.Groups["text"].Value.Replace('_', ' ')));
            return Encoding.GetEncoding(words[0].Groups["charset"].Value).GetString([.. bytes]);
        });
    }

    private static byte[] FromQuotedPrintable(string text) =>
        Encoding.Latin1.GetBytes(QuotedByte().Replace(text, hex =>
            ((char)int.Parse(hex.Value.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?(?<charset>[^?]+)\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"=\?[^?]+\?[BbQq]\?[^?]*\?=(?:\s+=\?[^?]+\?[BbQq]\?[^?]*\?=)*")]
    private static partial Regex WordRun();

    [GeneratedRegex("=[0-9A-Fa-f]{2}")]
    private static partial Regex QuotedByte();
}
