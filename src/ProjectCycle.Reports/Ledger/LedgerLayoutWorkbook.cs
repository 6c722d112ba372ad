using System.Globalization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Ledger;

/// <summary>
/// The workbook to bring a ledger in: a guide, a sheet for each kind of row with what is there already, and the words to choose from.
/// What comes back is read by <see cref="LedgerUploadReader"/>.
/// </summary>
public static class LedgerLayoutWorkbook
{
    /// <summary>Describes the workbook of <paramref name="report"/>.</summary>
    public static Workbook From(LedgerLayoutReport report)
    {
        var texts = new WorkbookTexts(report.Cover.Language);
        var choices = new Choices(report.Categories, texts);
        return new Workbook(
            texts["Import.Title"],
            report.Cover.Language,
            [Guide(report, texts), .. Enum.GetValues<LedgerSheet>().Select(sheet => Table(sheet, report, choices, texts)), choices.Sheet])
        {
            Author = report.Cover.MadeBy,
            MadeAt = report.Cover.MadeAt,
        };
    }

    private static CoverSheet Guide(LedgerLayoutReport report, WorkbookTexts texts) => new(
        texts["Import.Guide"],
        texts["Import.Title"],
        [
            new(texts["Ledger.Project"], Cell.Text(report.Project)),
            new(texts["Ledger.LoanNo"], Cell.Text(report.Agreement)),
            .. CoverLines.Made(report.Cover, texts),
        ],
        [.. Enumerable.Range(1, 8).Select(i => texts[string.Create(CultureInfo.InvariantCulture, $"Import.Guide.{i}")])]);

    private static TableSheet<LedgerSheetRow> Table(LedgerSheet sheet, LedgerLayoutReport report, Choices choices, WorkbookTexts texts) => new(
        LedgerHeadings.Of(sheet, texts),
        [
            new TextColumn<LedgerSheetRow>(LedgerHeadings.Of(sheet, LedgerLayout.Key, texts), row => row.Key?.ToString()) { Width = 10, IsHidden = true, IsAsTyped = true },
            .. LedgerLayout.Columns(sheet).Select(column => ColumnOf(sheet, column, choices, texts)),
        ],
        report.Rows.Where(row => row.Sheet == sheet).ToAsyncEnumerable())
    {
        FrozenColumns = 2,
        FillInRows = LedgerLayout.MaxRows,
    };

    private static Column<LedgerSheetRow> ColumnOf(LedgerSheet sheet, LedgerColumn column, Choices choices, WorkbookTexts texts)
    {
        var heading = LedgerHeadings.Of(sheet, column.Field, texts);
        return column.Kind switch
        {
            LedgerColumnKind.Date => new DateColumn<LedgerSheetRow>(heading, row => row.Day(column.Field)) { Width = 14 },
            LedgerColumnKind.Amount => new DecimalColumn<LedgerSheetRow>(heading, 2, row => Number(row, column.Field)) { Width = 20 },
            LedgerColumnKind.Rate => new DecimalColumn<LedgerSheetRow>(heading, 6, row => Number(row, column.Field)) { Width = 18 },
            LedgerColumnKind.Percentage => new PercentColumn<LedgerSheetRow>(heading, 2, row => Number(row, column.Field) / 100) { Width = 13 },
            LedgerColumnKind.Whole or LedgerColumnKind.Application => new IntegerColumn<LedgerSheetRow>(heading, row => (int?)row.Values.GetValueOrDefault(column.Field)) { Width = 12, IsPlain = true },
            _ => new TextColumn<LedgerSheetRow>(heading, row => TextOf(column, row, texts)) { Width = WidthOf(column), IsAsTyped = true, Choices = choices.RangeOf(column) },
        };
    }

    private static double WidthOf(LedgerColumn column) => column.Kind switch
    {
        LedgerColumnKind.YesNo or LedgerColumnKind.Category => 12,
        LedgerColumnKind.Text when column.Field is "Description" or "Note" or "Remarks" => 36,
        LedgerColumnKind.Choice => 26,
        _ => 20,
    };

    private static decimal? Number(LedgerSheetRow row, string field) => (decimal?)row.Values.GetValueOrDefault(field);

    private static string? TextOf(LedgerColumn column, LedgerSheetRow row, WorkbookTexts texts) => row.Values.GetValueOrDefault(column.Field) switch
    {
        null => null,
        bool yes => LedgerHeadings.YesNo(texts)[yes ? 0 : 1],
        Enum choice => texts[$"{choice.GetType().Name}.{choice}"],
        var text => (string)text,
    };

    /// <summary>The sheet of words that drop-downs offer: a column for each list.</summary>
    private sealed class Choices
    {
        private readonly List<(object Of, IReadOnlyList<string> Words)> _lists;

        public Choices(IReadOnlyList<string> categories, WorkbookTexts texts)
        {
            var enumerations = Enum.GetValues<LedgerSheet>().SelectMany(LedgerLayout.Columns).Select(column => column.Choices).OfType<Type>().Distinct();
            _lists =
            [
                (LedgerColumnKind.Category, categories),
                (LedgerColumnKind.YesNo, LedgerHeadings.YesNo(texts)),
                .. enumerations.Select(type => ((object)type, LedgerHeadings.Words(type, texts))),
            ];
            Sheet = new TableSheet<int>(
                texts["Import.Choices"],
                [.. _lists.Select(list => new TextColumn<int>(texts[$"Import.Choices.{(list.Of as Type)?.Name ?? list.Of}"], i => list.Words.ElementAtOrDefault(i)) { Width = 28 })],
                Enumerable.Range(0, _lists.Max(list => list.Words.Count)).ToAsyncEnumerable());
        }

        public TableSheet<int> Sheet { get; }

        /// <summary>Null for a column without a list, or whose list is empty.</summary>
        public string? RangeOf(LedgerColumn column)
        {
            var i = _lists.FindIndex(list => list.Of.Equals(column.Choices ?? (object)column.Kind));
            return i < 0 || _lists[i].Words.Count == 0 ? null : CellRef.Fixed(Sheet.Name, i, 2, 1 + _lists[i].Words.Count);
        }
    }
}
