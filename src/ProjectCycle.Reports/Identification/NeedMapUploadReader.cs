using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Identification;

/// <summary>Reads a map from a workbook laid out as <see cref="NeedMapWorkbook"/> writes it, in either language and saved by any program.</summary>
public static class NeedMapUploadReader
{
    /// <summary>With so many of its headings in their places a sheet is meant to be the map; what is wrong with the others is then told.</summary>
    private const int EnoughHeadings = 8;

    private static readonly WorkbookTexts[] Languages = [.. Domain.Language.Languages.All.Select(language => new WorkbookTexts(language))];

    /// <summary>The rows with the faults of single cells; a file that is no such workbook is refused.</summary>
    /// <param name="workbook">Seekable; it stays open.</param>
    public static Outcome<NeedMapUpload> Read(Stream workbook) => UploadedWorkbook.Read(workbook, ReadMap);

    private static Outcome<NeedMapUpload> ReadMap(UploadedWorkbook book)
    {
        foreach (var sheet in book.Sheets)
        {
            using var rows = book.Rows(sheet).GetEnumerator();
            if (rows.MoveNext() && rows.Current is { Number: 1 } head && Languages.MaxBy(texts => Matches(head, texts)) is { } texts && Matches(head, texts) >= EnoughHeadings)
                return ReadLines(rows, [.. HeadingFaults(head, texts)]);
        }
        return new Refusal("map-layout");
    }

    private static Outcome<NeedMapUpload> ReadLines(IEnumerator<UploadedRow> rows, List<CellFault> faults)
    {
        var lines = new List<NeedMapLine>();
        while (rows.MoveNext())
        {
            if (rows.Current.Cells.All(cell => cell.Column >= NeedMapColumns.All.Count || string.IsNullOrWhiteSpace(cell.Text) && cell.State == UploadedCellState.Sound))
                continue;
            if (lines.Count == NeedMapUpload.MaxRows)
                return new Refusal("workbook-too-many-rows", null, NeedMapUpload.MaxRows);
            lines.Add(new RowReader(rows.Current, faults).Line());
        }
        return lines.Count == 0 ? new Refusal("workbook-without-rows") : new NeedMapUpload(lines, faults);
    }

    private static int Matches(UploadedRow head, WorkbookTexts texts) => NeedMapColumns.All.Count(field => IsHeading(head, field, texts));

    private static bool IsHeading(UploadedRow head, string field, WorkbookTexts texts) =>
        IsWord(TextAt(head, field), NeedMapWorkbook.Heading(texts, field));

    private static IEnumerable<CellFault> HeadingFaults(UploadedRow head, WorkbookTexts texts) =>
        NeedMapColumns.All.Where(field => !Languages.Any(language => IsHeading(head, field, language)))
            .Select(field => new CellFault(1, field, TextAt(head, field), new Refusal("wrong-heading", field, NeedMapWorkbook.Heading(texts, field))));

    private static string TextAt(UploadedRow row, string field) => CellAt(row, field)?.Text ?? "";

    private static UploadedCell? CellAt(UploadedRow row, string field) =>
        row.Cells.FirstOrDefault(cell => cell.Column < NeedMapColumns.All.Count && NeedMapColumns.All[cell.Column] == field);

    private static bool IsWord(string text, string? word) => string.Equals(text.Trim(), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one row; what cannot be read goes to the faults and stays blank.</summary>
    private sealed class RowReader(UploadedRow row, List<CellFault> faults)
    {
        private readonly Dictionary<string, string> _texts = [];

        public NeedMapLine Line()
        {
            var number = Whole(NeedMapColumns.Number);
            var details = new NeedMapDetails
            {
                Sector = Text(nameof(NeedMapDetails.Sector)),
                Kind = Kind(),
                Subject = Text(nameof(NeedMapDetails.Subject)),
                EvidenceFigure = Text(nameof(NeedMapDetails.EvidenceFigure)),
                EvidenceYear = Whole(nameof(NeedMapDetails.EvidenceYear)),
                EvidenceSource = Text(nameof(NeedMapDetails.EvidenceSource)),
                OwnStrength = Text(nameof(NeedMapDetails.OwnStrength)),
                OwnWeakness = Text(nameof(NeedMapDetails.OwnWeakness)),
                Sought = Sought(),
                Offered = Text(nameof(NeedMapDetails.Offered)),
                ResponsibleOffice = Text(nameof(NeedMapDetails.ResponsibleOffice)),
                OtherActors = Text(nameof(NeedMapDetails.OtherActors)),
                PlanLink = Text(nameof(NeedMapDetails.PlanLink)),
                Priority = Whole(nameof(NeedMapDetails.Priority)),
                Problem = Text(nameof(NeedMapDetails.Problem)),
            };
            return new NeedMapLine(row.Number, number, details, _texts);
        }

        private string Text(string field)
        {
            var cell = CellAt(row, field);
            var text = _texts[field] = (cell?.Text ?? "").Trim();
            if (cell is null || cell.State == UploadedCellState.Sound)
                return text;
            Fault(field, cell.State == UploadedCellState.Error ? "cell-error" : "formula-without-result");
            return "";
        }

        private int? Whole(string field)
        {
            var text = Text(field);
            if (text.Length == 0)
                return null;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return number;
            Fault(field, "bad-whole-number");
            return null;
        }

        private MapKind? Kind()
        {
            var text = Text(nameof(NeedMapDetails.Kind));
            if (text.Length == 0)
                return null;
            if (Known<MapKind>(text) is { } kind)
                return kind;
            Fault(nameof(NeedMapDetails.Kind), "not-in-list");
            return null;
        }

        private Wants Sought()
        {
            var wants = Wants.None;
            foreach (var word in Text(nameof(NeedMapDetails.Sought)).Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Known<Wants>(word) is { } one)
                    wants |= one;
                else
                    Fault(nameof(NeedMapDetails.Sought), "not-in-list");
            }
            return wants;
        }

        /// <summary>The value whose word in either language this is.</summary>
        private static T? Known<T>(string text)
            where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Languages.Any(texts => IsWord(text, texts.Of(value))));

        /// <summary>Once for each cell.</summary>
        private void Fault(string field, string problem)
        {
            if (!faults.Exists(fault => fault.Row == row.Number && fault.Field == field))
                faults.Add(new CellFault(row.Number, field, _texts[field], new Refusal(problem, field)));
        }
    }
}
