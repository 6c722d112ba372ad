using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>A line of a bank's statement as it was read.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Amount">Minor units; below zero when it left the account.</param>
/// <param name="Balance">What the bank says was left afterwards; null where it does not say.</param>
public sealed record StatementEntry(int Line, DateOnly On, string Description, string Reference, long Amount, long? Balance);

/// <summary>
/// A bank's statement as a CSV file or as pasted from a spreadsheet. Banks write what they like above the table; the row with the
/// columns' names is looked for, in Indonesian or English. An amount stands in one column with its sign, or in two for what left and
/// what came. Balances, where there are any, must follow from the amounts.
/// </summary>
/// <param name="Entries">The oldest first, whichever way the bank wrote them.</param>
/// <param name="Faults">In the order of the lines.</param>
public sealed record StatementSheet(IReadOnlyList<StatementEntry> Entries, IReadOnlyList<LineFault> Faults)
{
    /// <summary>Bytes of a file, and characters of a text.</summary>
    public const int MaxSize = 1024 * 1024;

    /// <summary>Years of a project's account.</summary>
    public const int MaxLines = 10_000;

    /// <summary>How far down the columns' names may stand.</summary>
    private const int MostPreamble = 30;

    private const string On = "On";
    private const string Description = "Description";
    private const string Reference = "Reference";
    private const string Debit = "Debit";
    private const string Credit = "Credit";
    private const string Amount = "Amount";
    private const string Balance = "Balance";

    private static readonly string[] DateForms = [.. ListText.DateForms, "d-M-yyyy", "d.M.yyyy", "d/M/yy"];

    /// <summary>What banks call the columns, the usual name first.</summary>
    private static readonly Dictionary<string, string[]> Names = new()
    {
        [On] = ["tanggal", "date", "tgl", "tanggalvaluta", "valuedate", "tanggaltransaksi", "transactiondate", "postingdate"],
        [Description] = ["keterangan", "description", "uraian", "remark", "remarks", "narrative", "details"],
        [Reference] = ["referensi", "reference", "ref", "noreferensi", "nomorreferensi", "referenceno", "nobukti"],
        [Debit] = ["debit", "debet", "keluar", "withdrawal"],
        [Credit] = ["kredit", "credit", "masuk", "deposit"],
        [Amount] = ["jumlah", "amount", "nominal", "mutasi"],
        [Balance] = ["saldo", "balance"],
    };

    /// <summary>The columns that must be there, as people would write them.</summary>
    public static string Wanted => "Tanggal, Keterangan, Debit + Kredit / Jumlah (Date, Description, Debit + Credit / Amount)";

    /// <summary>Reads a statement in the account's currency; every fault is told, not only the first.</summary>
    /// <param name="text">The file.</param>
    /// <param name="currency">The account's.</param>
    /// <param name="decimalSign">What a lone sign before three digits cannot tell: the one of the reader's language.</param>
    public static StatementSheet Read(string text, Currency currency, char decimalSign)
    {
        var rows = ListText.Lines(text);
        var head = rows.Take(MostPreamble).Select((row, index) => (Index: index, Columns: ColumnsOf(row.Text))).FirstOrDefault(row => IsHead(row.Columns));
        if (head.Columns is null)
            return Fault(rows.Count > 0 ? rows[0].Number : 1, "statement-columns");
        rows.RemoveRange(0, head.Index + 1);
        if (rows.Count == 0)
            return Fault(1, "statement-empty");
        if (rows.Count > MaxLines)
            return Fault(rows[MaxLines].Number, "statement-too-long", MaxLines, rows.Count);

        var cells = rows.ConvertAll(row => (row.Number, row.Text, Cells: CsvLine.Cells(row.Text, 1)));
        var reader = new RowReader(head.Columns, currency, SignOf(cells.Select(row => row.Cells), head.Columns) ?? decimalSign);
        foreach (var (number, row, found) in cells)
            reader.Read(number, row, found);
        return InOrder(reader, currency);
    }

    private static StatementSheet Fault(int line, string code, params object[] args) => new([], [new LineFault(line, "", new Refusal(code, "Line", args))]);

    private static StatementSheet InOrder(RowReader reader, Currency currency)
    {
        var entries = reader.Entries;
        if (entries.Count > 1 && entries[0].On > entries[^1].On)
            entries.Reverse();
        var faults = reader.Faults;
        if (faults.Count == 0)
            faults.AddRange(OutOfOrder(entries).Concat(Unbalanced(entries, currency)));
        return new StatementSheet(entries, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static IEnumerable<LineFault> OutOfOrder(List<StatementEntry> entries) =>
        entries.Zip(entries.Skip(1)).Where(pair => pair.Second.On < pair.First.On)
            .Select(pair => new LineFault(pair.Second.Line, pair.Second.On.Iso(), new Refusal("statement-order", On, pair.First.On)));

    /// <summary>A balance that does not follow from the one before: a line is missing, or was changed.</summary>
    private static IEnumerable<LineFault> Unbalanced(List<StatementEntry> entries, Currency currency) =>
        from pair in entries.Zip(entries.Skip(1))
        where pair is { First.Balance: not null, Second.Balance: not null }
        let expected = pair.First.Balance!.Value + pair.Second.Amount
        where expected != pair.Second.Balance
        select new LineFault(
            pair.Second.Line, new Money(pair.Second.Balance!.Value, currency).Amount.ToString(CultureInfo.InvariantCulture), new Refusal("statement-balance", Balance, new Money(expected, currency)));

    private static Dictionary<string, int>? ColumnsOf(string row)
    {
        if (CsvLine.Cells(row, 1) is not { } cells)
            return null;
        var plain = cells.ConvertAll(Plain);
        return Names.Select(name => (name.Key, Index: plain.FindIndex(cell => name.Value.Contains(cell)))).Where(column => column.Index >= 0)
            .ToDictionary(column => column.Key, column => column.Index);
    }

    private static bool IsHead(Dictionary<string, int>? columns) =>
        columns is not null && columns.ContainsKey(On) && columns.ContainsKey(Description)
        && (columns.ContainsKey(Amount) || (columns.ContainsKey(Debit) && columns.ContainsKey(Credit)));

    private static string Plain(string word) => new([.. word.ToLowerInvariant().Where(char.IsAsciiLetter)]);

    /// <summary>Which sign the file's own numbers show to be the one before decimals; null when none of them does.</summary>
    private static char? SignOf(IEnumerable<List<string>?> rows, Dictionary<string, int> columns)
    {
        var numbers = new[] { Debit, Credit, Amount, Balance }.Where(columns.ContainsKey).Select(name => columns[name]).ToList();
        return rows.OfType<List<string>>()
            .SelectMany(cells => numbers.Where(index => index < cells.Count).Select(index => SignOf(cells[index])))
            .FirstOrDefault(sign => sign is not null);
    }

    private static char? SignOf(string number)
    {
        var (point, comma) = (number.LastIndexOf('.'), number.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
            return point > comma ? '.' : ',';
        var sign = point >= 0 ? '.' : ',';
        var at = Math.Max(point, comma);
        if (at < 0)
            return null;
        if (number.IndexOf(sign, StringComparison.Ordinal) != at)
            return sign == '.' ? ',' : '.'; // twice: it separates thousands
        return number.Skip(at + 1).TakeWhile(char.IsAsciiDigit).Count() == 3 ? null : sign;
    }

    /// <summary>Reads one row after the other.</summary>
    private sealed class RowReader(Dictionary<string, int> columns, Currency currency, char decimalSign)
    {
        public List<StatementEntry> Entries { get; } = [];

        public List<LineFault> Faults { get; } = [];

        public void Read(int number, string row, List<string>? cells)
        {
            if (cells is null)
            {
                Faults.Add(new LineFault(number, row, new Refusal("statement-line", "Line")));
                return;
            }
            var before = Faults.Count;
            var on = DateIn(number, Cell(cells, On));
            var amount = AmountIn(number, cells);
            var balance = Cell(cells, Balance).Length == 0 ? null : NumberIn(number, cells, Balance);
            var (description, reference) = (Cell(cells, Description), Cell(cells, Reference));
            if (description.Length > 500)
                Faults.Add(new LineFault(number, description, new Refusal("too-long", Description, 500, description.Length)));
            if (reference.Length > 100)
                Faults.Add(new LineFault(number, reference, new Refusal("too-long", Reference, 100, reference.Length)));
            if (Faults.Count == before)
                Entries.Add(new StatementEntry(number, on!.Value, description, reference, amount!.Value, balance));
        }

        private DateOnly? DateIn(int number, string text)
        {
            if (ListText.Date(text, DateForms) is { } on && on >= Fields.EarliestDate && on <= Fields.LatestDate)
                return on;
            Faults.Add(new LineFault(number, text, new Refusal("day-date", On)));
            return null;
        }

        private long? AmountIn(int number, List<string> cells)
        {
            if (columns.ContainsKey(Amount))
                return NumberIn(number, cells, Amount);
            var (debit, credit) = (Cell(cells, Debit), Cell(cells, Credit));
            var (left, came) = (debit.Length == 0 ? 0 : NumberIn(number, cells, Debit), credit.Length == 0 ? 0 : NumberIn(number, cells, Credit));
            if (left is null || came is null)
                return null;
            if (left < 0 || came < 0 || (left == 0) == (came == 0))
            {
                Faults.Add(new LineFault(number, $"{debit} | {credit}", new Refusal("statement-debit-credit", Amount)));
                return null;
            }
            return came - left;
        }

        private long? NumberIn(int number, List<string> cells, string column)
        {
            var text = Cell(cells, column);
            if (Parse(text) is { } amount && Money.From(amount, currency) is { } money && Math.Abs(money.MinorUnits) <= Financing.HighestAmount)
                return money.MinorUnits;
            Faults.Add(new LineFault(number, text, new Refusal("statement-number", column == Balance ? Balance : Amount, currency.Code, currency.MinorUnit)));
            return null;
        }

        /// <summary>"1.250.000,00", "-1250000.5", "(1,250.00)", "1.250,00 DB".</summary>
        private decimal? Parse(string text)
        {
            var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).ToUpperInvariant();
            var isTaken = plain is ['(', .., ')'] || plain.EndsWith("DB", StringComparison.Ordinal) || plain.EndsWith("DR", StringComparison.Ordinal);
            plain = plain.Trim('(', ')').Replace("DB", "", StringComparison.Ordinal).Replace("DR", "", StringComparison.Ordinal).Replace("CR", "", StringComparison.Ordinal);
            plain = plain.Replace(decimalSign == ',' ? "." : ",", "", StringComparison.Ordinal).Replace(decimalSign, '.');
            return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? isTaken ? -number : number
                : null;
        }

        private string Cell(List<string> cells, string column) => columns.TryGetValue(column, out var index) && index < cells.Count ? cells[index] : "";
    }
}
