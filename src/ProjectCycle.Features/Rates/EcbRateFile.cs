using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Rates;

/// <summary>A day of the file.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Rates">Those that could be read, so many of each currency for one euro; none where the line as a whole is at fault.</param>
/// <param name="Faults">In the order of the columns.</param>
public sealed record EcbLine(int Line, IReadOnlyList<QuotedRate> Rates, IReadOnlyList<LineFault> Faults);

/// <summary>
/// The file of reference rates that the European Central Bank publishes (eurofxref-hist.csv, or the small one of a day): a column for the
/// date and one for each currency, N/A where there was none, a comma at the end of each line. Read line by line as asked for, since the
/// whole history has a quarter of a million rates.
/// </summary>
public sealed class EcbRateFile
{
    /// <summary>The source that the rates name.</summary>
    public const string Source = "ECB euro foreign exchange reference rates";

    private static readonly Currency Euro = Currencies.All["EUR"];

    private readonly TextReader _reader;
    private readonly IReadOnlyList<string> _columns;

    private EcbRateFile(TextReader reader, IReadOnlyList<string> columns)
    {
        _reader = reader;
        _columns = columns;
    }

    /// <summary>Columns that are passed over: currencies that no longer exist, such as the old Turkish lira.</summary>
    public IReadOnlyList<string> PassedOver => [.. _columns.Skip(1).Where(code => Currencies.Find(code) is null)];

    /// <summary>The file behind its first line, or <c>rate-file-head</c> when that is not the head of such a file.</summary>
    /// <param name="reader">Stays the caller's, to be closed when the lines have been read.</param>
    public static Outcome<EcbRateFile> Open(TextReader reader)
    {
        var columns = Cells(reader.ReadLine() ?? "");
        return columns is ["Date", _, ..] && columns.Skip(1).All(IsCode) && columns.Distinct().Count() == columns.Count
            ? new EcbRateFile(reader, columns)
            : new Refusal("rate-file-head", "Line");
    }

    /// <summary>The days of the file, as they stand there; can be gone through once.</summary>
    public IEnumerable<EcbLine> Lines()
    {
        var known = _columns.Select(Currencies.Find).ToList();
        var dates = new Dictionary<DateOnly, int>();
        for (var number = 2; _reader.ReadLine() is { } row; number++)
        {
            if (row.Length > 0)
                yield return Read(number, row, known, dates);
        }
    }

    private EcbLine Read(int number, string row, List<Currency?> known, Dictionary<DateOnly, int> dates)
    {
        var cells = Cells(row);
        if (cells.Count != _columns.Count)
            return Refused(number, row, new Refusal("rate-columns", "Line", cells.Count, _columns.Count));
        if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Refused(number, cells[0], new Refusal("day-date", "Date"));
        if (!dates.TryAdd(date, number))
            return Refused(number, cells[0], new Refusal("day-twice", "Date", dates[date]));
        var (rates, faults) = (new List<QuotedRate>(), new List<LineFault>());
        for (var i = 1; i < cells.Count; i++)
        {
            if (known[i] is not { } currency || cells[i] is "N/A" or "")
                continue;
            if (decimal.TryParse(cells[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
                && new QuotedRate(Euro, currency, date, rate, 1, RateType.EcbReference, Source) is { IsSound: true } quote)
                rates.Add(quote);
            else
                faults.Add(new LineFault(number, cells[i], new Refusal("rate-number", currency.Code)));
        }
        return new EcbLine(number, rates, faults);
    }

    private static EcbLine Refused(int number, string value, Refusal problem) => new(number, [], [new LineFault(number, value, problem)]);

    /// <summary>The format knows no quotes. The comma at the end of a line begins no column.</summary>
    private static List<string> Cells(string row)
    {
        var cells = row.TrimStart('\uFEFF').TrimEnd().Split(',', StringSplitOptions.TrimEntries).ToList();
        if (cells[^1].Length == 0)
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);
}
