using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Ledger;

/// <summary>
/// Reads one row; what cannot be read goes to the faults and stays blank. Nothing is guessed: a number or a day that was typed as text
/// reads differently to people of different countries.
/// </summary>
internal sealed class LedgerRowReader(LedgerSheet sheet, UploadedRow row, bool countsFrom1904, IReadOnlyList<WorkbookTexts> languages, List<LedgerFault> faults)
{
    private const int MostDigits = 15;

    /// <summary>No column takes more; the use case knows the limit of each.</summary>
    private const int MostCharacters = 2000;

    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly int DaysTo1904 = new DateOnly(1904, 1, 1).DayNumber - Epoch.DayNumber;

    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, string> _texts = [];

    public LedgerSheetRow Row()
    {
        foreach (var (i, column) in LedgerLayout.Columns(sheet).Index())
        {
            if (CellAt(i + 1) is { } cell)
                Read(column, cell);
        }
        return new LedgerSheetRow(sheet, row.Number, Key(), _values) { Texts = _texts };
    }

    private LedgerKey? Key()
    {
        if (CellAt(0) is not { } cell)
            return null;
        _texts[LedgerLayout.Key] = cell.Text;
        if (LedgerKey.Find(cell.Text) is { } key)
            return key;
        Fault(LedgerLayout.Key, "unknown-row-key");
        return null;
    }

    private void Read(LedgerColumn column, UploadedCell cell)
    {
        var text = _texts[column.Field] = cell.Text.Trim();
        if (text.Length > MostCharacters)
            Fault(column.Field, new Refusal("too-long", null, MostCharacters, text.Length));
        else if (cell.State != UploadedCellState.Sound)
            Fault(column.Field, cell.State == UploadedCellState.Error ? "cell-error" : "formula-without-result");
        else if (text.Length > 0 && ValueOf(column, cell, text) is { } value)
            _values[column.Field] = value;
    }

    private object? ValueOf(LedgerColumn column, UploadedCell cell, string text) => column.Kind switch
    {
        LedgerColumnKind.Date => Day(column, cell, text),
        LedgerColumnKind.Whole or LedgerColumnKind.Application => Whole(column, text),
        LedgerColumnKind.Amount or LedgerColumnKind.Rate => Number(column, cell, text),
        LedgerColumnKind.Percentage => Percentage(column, cell, text),
        LedgerColumnKind.YesNo => YesNo(column, text),
        LedgerColumnKind.Choice => Choice(column, text),
        _ => Text(column, cell, text),
    };

    /// <summary>Digits beyond the fifteenth are lost where a spreadsheet holds a number, such as that of an account.</summary>
    private string? Text(LedgerColumn column, UploadedCell cell, string text) =>
        cell.IsNumber && text.Count(char.IsAsciiDigit) >= MostDigits ? Faulty<string>(column, "digits-lost") : text;

    private object? Day(LedgerColumn column, UploadedCell cell, string text)
    {
        if (!cell.IsNumber)
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : Faulty<object>(column, "date-as-text");
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var serial) || serial is < 1 or > 73_050) // the last day of the year 2099
            return Faulty<object>(column, "bad-date");
        var day = Epoch.AddDays((int)serial + (countsFrom1904 ? DaysTo1904 : 0));
        _texts[column.Field] = day.Iso();
        return day;
    }

    private object? Whole(LedgerColumn column, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : Faulty<object>(column, "bad-whole-number");

    /// <summary>Text of digits alone means one thing everywhere; with a point or comma in it, it does not.</summary>
    private object? Number(LedgerColumn column, UploadedCell cell, string text)
    {
        if (!cell.IsNumber && !text.All(char.IsAsciiDigit))
            return Faulty<object>(column, "number-as-text");
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : Faulty<object>(column, "number-too-large");
    }

    private object? Percentage(LedgerColumn column, UploadedCell cell, string text)
    {
        if (!cell.IsNumber || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || Math.Abs(share) > 1000)
            return Faulty<object>(column, cell.IsNumber ? "number-too-large" : "number-as-text");
        _texts[column.Field] = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.####} %");
        return share * 100;
    }

    private object? YesNo(LedgerColumn column, string text)
    {
        if (bool.TryParse(text, out var held))
            return held;
        var words = languages.Select(LedgerHeadings.YesNo).ToList();
        if (words.Exists(word => word[0].Equals(text, StringComparison.OrdinalIgnoreCase)))
            return true;
        return words.Exists(word => word[1].Equals(text, StringComparison.OrdinalIgnoreCase)) ? false : Faulty<object>(column, "not-in-list");
    }

    private object? Choice(LedgerColumn column, string text)
    {
        foreach (var texts in languages)
        {
            var i = LedgerHeadings.Words(column.Choices!, texts).Index().Where(word => word.Item.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(word => word.Index).DefaultIfEmpty(-1).First();
            if (i >= 0)
                return Enum.Parse(column.Choices!, Enum.GetNames(column.Choices!)[i]);
        }
        return Faulty<object>(column, "not-in-list");
    }

    private UploadedCell? CellAt(int column) => row.Cells.FirstOrDefault(cell => cell.Column == column);

    private T? Faulty<T>(LedgerColumn column, string problem)
        where T : class
    {
        Fault(column.Field, problem);
        return null;
    }

    private void Fault(string field, string problem) => Fault(field, new Refusal(problem));

    private void Fault(string field, Refusal problem) => faults.Add(new LedgerFault(sheet, row.Number, field, _texts[field], problem));
}
