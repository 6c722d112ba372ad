using System.IO.Compression;
using System.Xml.Linq;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>
/// Writes .xlsx: the Open XML SDK makes the shell (styles, tables, charts) in memory, the rows go straight into the zip. The shell
/// is made twice, because readers that sniff want its table of contents first, while charts and tables need to know the rows.
/// </summary>
public sealed class OpenXmlWorkbookWriter : IWorkbookWriter
{
    private const int SheetRows = 1_048_576;
    private const int RowsBetweenReports = 250;
    private const double CoverLabelWidth = 36;
    private const double CoverValueWidth = 80;
    private const string ContentTypes = "[Content_Types].xml";
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public async Task WriteAsync(Workbook workbook, Stream stream, IProgress<int>? rowsWritten = null, CancellationToken cancellationToken = default)
    {
        await new Run(workbook, stream, rowsWritten).WriteAsync(cancellationToken);
    }

    /// <summary>The writing of one workbook.</summary>
    private sealed class Run(Workbook workbook, Stream stream, IProgress<int>? progress)
    {
        private readonly WorkbookTexts _texts = new(workbook.Language);
        private readonly List<PlannedSheet> _sheets =
            [.. SheetNames.Legal(workbook.Sheets.Select(s => s.Name)).Select((tab, i) => new PlannedSheet(workbook.Sheets[i], tab, i + 1))];
        private readonly Dictionary<Sheet, WrittenTable> _written = [];
        private int _rows;

        public async Task WriteAsync(CancellationToken cancellationToken)
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            using (var blank = WorkbookShell.Build(workbook, _sheets, _ => WrittenTable.None))
                Copy(blank, zip, path => path == ContentTypes);

            foreach (var sheet in _sheets)
            {
                if (sheet.Sheet is TableSheet table)
                    await WriteTableAsync(zip, sheet, table, cancellationToken);
            }
            foreach (var sheet in _sheets)
            {
                if (sheet.Sheet is CoverSheet cover)
                    WriteCover(zip, sheet, cover);
            }

            using var shell = WorkbookShell.Build(workbook, _sheets, table => _written[table]);
            Copy(shell, zip, path => path != ContentTypes && _sheets.TrueForAll(sheet => path != sheet.Path && path != sheet.RelationsPath));
            WriteRelations(shell, zip);
            progress?.Report(_rows);
        }

        private async Task WriteTableAsync(ZipArchive zip, PlannedSheet planned, TableSheet table, CancellationToken cancellationToken)
        {
            var written = _written[table] = new WrittenTable();
            var columns = table.Shape;
            var sums = columns.Select(column => column.IsTotalled ? 0m : (decimal?)null).ToList();
            var hasTotals = columns.Any(column => column.IsTotalled);
            var byCurrency = new CurrencyTotals(columns);
            var limit = SheetRows - (hasTotals ? 2 : 1) - byCurrency.MostRows - table.Foot.Count;

            using var xml = Open(zip, planned);
            xml.Begin([.. columns.Select(column => ColumnXml.Of(column, table))], table.FrozenColumns, freezeHeader: true, planned.Number == 1, table.Wholes);
            xml.Row(1, HeaderLines(columns), [.. columns.Select(column => (Cell.Text(column.Header), column.IsRightAligned ? WorkbookStyles.HeaderRight : WorkbookStyles.Header))]);
            await foreach (var cells in table.CellRows(cancellationToken))
            {
                if (written.Rows == limit)
                    throw new WorkbookTooLongException(planned.Tab, limit);
                written.Rows++;
                xml.Row(1 + written.Rows, cells, Place.Body, written);
                if (!xml.IsPart(cells))
                {
                    Add(cells, sums);
                    byCurrency.Add(cells);
                }
                if (table.Chart is { } chart)
                    written.Points.Add((cells[chart.CategoryColumn].Content ?? "", cells[chart.ValueColumn].Value, chart.SecondColumn is { } second ? cells[second].Value : null));
                if (++_rows % RowsBetweenReports == 0)
                    progress?.Report(_rows);
            }
            var row = written.LastRow;
            foreach (var (code, amounts) in byCurrency.Sums)
                xml.CurrencyTotalRow(++row, written.LastRow, _texts["Total"], code, columns, amounts);
            if (hasTotals)
                xml.TotalRow(++row, written.LastRow, _texts["Total"], columns, sums);
            foreach (var line in table.Foot)
                xml.FootRow(++row, line, written);
            xml.EndTable(workbook.Title, _texts, table, written);
        }

        private static void Add(Cell[] cells, List<decimal?> sums)
        {
            for (var i = 0; i < sums.Count; i++)
            {
                if (sums[i] is { } sum)
                    sums[i] = sum + (cells[i].Value ?? 0);
            }
        }

        private void WriteCover(ZipArchive zip, PlannedSheet planned, CoverSheet cover)
        {
            using var xml = Open(zip, planned);
            xml.Begin([new ColumnXml(CoverLabelWidth), new ColumnXml(CoverValueWidth)], frozenColumns: 0, freezeHeader: false, planned.Number == 1);
            xml.Row(1, 2, (Cell.Text(cover.Title), WorkbookStyles.Title));
            var row = 3;
            foreach (var line in cover.Lines)
            {
                var value = line.RowsOf is { } table ? Cell.Number(_written[table].Rows) : line.Value;
                var format = value.Format with { Wrap = value.Format.Kind == CellKind.Text };
                xml.Row(row++, CoverLines(value.Content), (Cell.Text(line.Label), WorkbookStyles.Label), (value, WorkbookStyles.IdOf(Place.Cover, format)));
            }
            row++;
            for (var i = 0; i < cover.Notes.Count; i++)
                xml.Row(row++, CoverLines(cover.Notes[i]), (Cell.Text(i == 0 ? _texts["Notes"] : null), WorkbookStyles.NoteLabel), (Cell.Text(cover.Notes[i]), WorkbookStyles.Note));
            xml.EndCover(workbook.Title, _texts);
        }

        /// <summary>The filter's button, and on the right the indent that keeps clear of it, take room from the words.</summary>
        private static int HeaderLines(IReadOnlyList<Column> columns) =>
            columns.Max(column => RowHeight.Lines(column.Header, column.Width - (column.IsRightAligned ? 4 : 2)));

        private static int CoverLines(string? text) => RowHeight.Lines(text, CoverValueWidth);

        /// <summary>The shell's relations of each sheet, and one for each link: too many for the SDK to add one by one.</summary>
        private void WriteRelations(MemoryStream shell, ZipArchive zip)
        {
            using var source = new ZipArchive(shell, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var sheet in _sheets)
            {
                if (source.GetEntry(sheet.RelationsPath) is not { } entry)
                    continue;
                using var read = entry.Open();
                var relations = XDocument.Load(read);
                var links = sheet.Sheet is TableSheet table ? _written[table].Links : [];
                relations.Root!.Add(links.Select((link, i) => new XElement(
                    relations.Root.Name.Namespace + "Relationship",
                    new XAttribute("Id", SheetXml.LinkRelation(i)),
                    new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"),
                    new XAttribute("Target", new Uri(link.Url).AbsoluteUri),
                    new XAttribute("TargetMode", "External"))));
                using var write = Create(zip, sheet.RelationsPath);
                relations.Save(write, SaveOptions.DisableFormatting);
            }
        }

        private static void Copy(MemoryStream shell, ZipArchive zip, Func<string, bool> isWanted)
        {
            using var source = new ZipArchive(shell, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in source.Entries.Where(entry => isWanted(entry.FullName)))
            {
                using var from = entry.Open();
                using var to = Create(zip, entry.FullName);
                from.CopyTo(to);
            }
        }

        private SheetXml Open(ZipArchive zip, PlannedSheet sheet) => new(Create(zip, sheet.Path), _texts);

        /// <summary>The time is fixed: the same data give the same bytes, so a file stored by its hash is stored once.</summary>
        private static Stream Create(ZipArchive zip, string path)
        {
            var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
            entry.LastWriteTime = EntryTime;
            return entry.Open();
        }
    }
}
