using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using ProjectCycle.Domain;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>Whether a cell of an uploaded workbook can be taken at its word.</summary>
public enum UploadedCellState
{
    Sound,

    /// <summary>It shows a fault such as #REF!.</summary>
    Error,

    /// <summary>A formula whose result the file does not hold.</summary>
    WithoutResult,
}

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Text">A number is written plainly, with a point: "1234.5".</param>
public sealed record UploadedCell(int Column, string Text, UploadedCellState State)
{
    /// <summary>The spreadsheet holds a number there, as it does for dates too: no digits that somebody typed as text.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>A row that holds something.</summary>
/// <param name="Number">From 1, as the spreadsheet counts.</param>
public sealed record UploadedRow(int Number, IReadOnlyList<UploadedCell> Cells);

/// <summary>
/// Reads a workbook from outside. It is read with the framework's zip and XML readers, row by row: whatever a file claims or unpacks to,
/// no more of it is held than the row at hand and the shared texts. All parts are measured first, also those that nobody reads here: the
/// same file may be opened again to be marked.
/// </summary>
public sealed partial class UploadedWorkbook : IDisposable
{
    /// <summary>Bytes of one part, unpacked.</summary>
    internal const long MaxPart = 20_000_000;

    /// <summary>Bytes of all parts together, unpacked.</summary>
    private const long MaxWhole = 50_000_000;

    /// <summary>Ordinary workbooks have a few dozen.</summary>
    private const int MaxParts = 2000;

    /// <summary>Rows of a sheet, those without content too: some programs write a million of them.</summary>
    private const int MaxRows = 20_000;

    private const int MaxSharedTexts = 200_000;
    private const int MaxMerged = 1000;
    private const int MaxColumns = 100;

    private readonly ZipArchive _zip;
    private readonly List<(string Name, string Path)> _sheets;
    private readonly Lazy<List<string>> _shared;

    private UploadedWorkbook(Stream stream)
    {
        _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        Measure();
        var relations = Relations();
        _sheets = ReadSheets(relations.ToDictionary(relation => relation.Id, relation => relation.Path));
        _shared = new Lazy<List<string>>(() => ReadShared(relations.FirstOrDefault(relation => relation.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Path));
    }

    /// <summary>Names of the sheets, from left to right.</summary>
    public IReadOnlyList<string> Sheets => [.. _sheets.Select(sheet => sheet.Name)];

    /// <summary>Lets <paramref name="read"/> look into the workbook; a file that is none, is damaged or too large is refused.</summary>
    /// <param name="stream">Seekable; it stays open.</param>
    /// <param name="read">Takes what it needs; the workbook is closed afterwards.</param>
    public static Outcome<T> Read<T>(Stream stream, Func<UploadedWorkbook, Outcome<T>> read)
    {
        try
        {
            using var book = new UploadedWorkbook(stream);
            return read(book);
        }
        catch (TooLargeException large)
        {
            return large.Refusal;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException or EndOfStreamException or NotSupportedException)
        {
            return new Refusal("workbook-damaged");
        }
    }

    /// <summary>The rows of a sheet that hold something, from the top; read as they are asked for.</summary>
    public IEnumerable<UploadedRow> Rows(string sheet)
    {
        using var xml = Open(_sheets.First(s => s.Name == sheet).Path);
        var (seen, number) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            if (++seen > MaxRows)
                throw new TooLargeException(new Refusal("workbook-too-many-rows", null, MaxRows));
            number = xml.GetAttribute("r") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : number + 1;
            if (ReadCells(xml) is { Count: > 0 } cells)
                yield return new UploadedRow(number, cells);
        }
    }

    /// <summary>True when days are counted from 1904, as Excel for the Mac once did; else from 1900.</summary>
    public bool CountsFrom1904 { get; private set; }

    /// <summary>The first so many ranges of cells of a sheet that are one, such as "B2:C2".</summary>
    public IReadOnlyList<string> Merged(string sheet)
    {
        var ranges = new List<string>();
        using var xml = Open(_sheets.First(s => s.Name == sheet).Path);
        while (ranges.Count < MaxMerged && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell")
                ranges.Add(xml.GetAttribute("ref") ?? "");
        }
        return ranges;
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>Unpacks every part once and keeps nothing of it: the length that a part claims is only its writer's word.</summary>
    private void Measure()
    {
        if (_zip.Entries.Count > MaxParts)
            throw TooLarge(MaxWhole);
        var (buffer, whole) = (new byte[81_920], 0L);
        foreach (var entry in _zip.Entries)
        {
            whole += Length(entry, buffer);
            if (whole > MaxWhole)
                throw TooLarge(MaxWhole);
        }
    }

    private static long Length(ZipArchiveEntry entry, byte[] buffer)
    {
        if (entry.Length > MaxPart)
            throw TooLarge(MaxPart);
        using var part = entry.Open();
        var length = 0L;
        for (int read; (read = part.Read(buffer)) > 0;)
        {
            length += read;
            if (length > MaxPart)
                throw TooLarge(MaxPart);
        }
        return length;
    }

    private List<(string Id, string Type, string Path)> Relations()
    {
        var relations = new List<(string, string, string)>();
        using var xml = Open("xl/_rels/workbook.xml.rels");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
                relations.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", PathOf(xml.GetAttribute("Target") ?? "")));
        }
        return relations;
    }

    /// <summary>Targets are relative to the workbook's folder or begin at the root.</summary>
    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    private List<(string Name, string Path)> ReadSheets(Dictionary<string, string> paths)
    {
        var sheets = new List<(string, string)>();
        using var xml = Open("xl/workbook.xml");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
                CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet")
                continue;
            var name = xml.GetAttribute("name") ?? "";
            while (xml.MoveToNextAttribute())
            {
                if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) && paths.TryGetValue(xml.Value, out var path))
                    sheets.Add((name, path));
            }
        }
        return sheets;
    }

    private List<string> ReadShared(string? path)
    {
        var texts = new List<string>();
        if (path is null)
            return texts;
        using var xml = Open(path);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            if (texts.Count == MaxSharedTexts)
                throw TooLarge(MaxPart);
            texts.Add(Unescape(ReadText(xml)).Trim()); // once, and not again for each cell that shows it
        }
        return texts;
    }

    private List<UploadedCell> ReadCells(XmlReader xml)
    {
        var cells = new List<UploadedCell>();
        if (xml.IsEmptyElement)
            return cells;
        var (depth, column) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            if (ReadCell(xml, column) is { } cell && column < MaxColumns)
                cells.Add(cell);
        }
        return cells;
    }

    /// <summary>0 for "A7", 27 for "AB7".</summary>
    internal static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = checked(column * 26 + (letter - 'A' + 1));
        return column == 0 ? throw new FormatException($"'{reference}' is no cell.") : column - 1;
    }

    private UploadedCell? ReadCell(XmlReader xml, int column)
    {
        var type = xml.GetAttribute("t");
        var (value, isFormula, depth) = ((string?)null, false, xml.Depth);
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                isFormula |= xml.LocalName == "f";
                if (xml.LocalName is "v" or "is")
                    value = ReadText(xml);
            }
        }
        if (value is null)
            return isFormula ? new UploadedCell(column, "", UploadedCellState.WithoutResult) : null;
        if (type == "e")
            return new UploadedCell(column, value, UploadedCellState.Error);
        var text = TextOf(type, value);
        return text.Length == 0 ? null : new UploadedCell(column, text, UploadedCellState.Sound) { IsNumber = type is null or "n" };
    }

    private string TextOf(string? type, string value) => type switch
    {
        "s" => Shared(int.Parse(value, CultureInfo.InvariantCulture)),
        "inlineStr" or "str" => Unescape(value),
        "b" => value.Trim() == "1" ? "TRUE" : "FALSE",
        "d" => value,
        _ => Plain(value),
    };

    private string Shared(int index) => index >= 0 && index < _shared.Value.Count
        ? _shared.Value[index]
        : throw new InvalidDataException("A cell names a text that is not there.");

    /// <summary>Spreadsheets hold doubles: fifteen digits of them are meant.</summary>
    private static string Plain(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15
            ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture)
            : number;

    /// <summary>The text of the element the reader stands on, leaving it at the element's end; readings beside Japanese text are left out.</summary>
    private static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (depth, element, aside) = (xml.Depth, xml.LocalName, false);
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    element = xml.LocalName;
                    aside |= element == "rPh" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    aside &= xml.LocalName != "rPh";
                    element = "";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when !aside && element is "t" or "v":
                    text.Append(xml.Value);
                    break;
            }
            if (text.Length > CellText.MaxLength)
                throw new TooLargeException(new Refusal("cell-too-long", null, CellText.MaxLength));
        }
        return text.ToString();
    }

    /// <summary>"_x0041_" is "A" to every spreadsheet.</summary>
    private static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Fields.Lines(Escape().Replace(text, match => ((char)int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()))
        : text;

    private XmlReader Open(string path)
    {
        var entry = _zip.GetEntry(path) ?? throw new InvalidDataException($"There is no part {path}.");
        return XmlReader.Create(entry.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxPart,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    private static TooLargeException TooLarge(long limit) => new(new Refusal("workbook-too-large", null, limit / 1_000_000));

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();

    /// <summary>Ends the reading; told as a refusal.</summary>
    private sealed class TooLargeException(Refusal refusal) : Exception(refusal.Code)
    {
        public Refusal Refusal { get; } = refusal;
    }
}
