using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Rates;

/// <summary>A rate of a list.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Input">Sound.</param>
public sealed record RateLine(int Line, RateInput Input);

/// <summary>
/// A list of rates as people bring it: a line for each with from, to, date, rate, unit, type and source; between them a comma, a
/// semicolon or, from a spreadsheet's clipboard, a tab. A first line with the columns' names is passed over.
/// </summary>
/// <param name="Lines">Those that could be read.</param>
/// <param name="Faults">In the order of the lines.</param>
public sealed record RateSheet(IReadOnlyList<RateLine> Lines, IReadOnlyList<LineFault> Faults)
{
    /// <summary>Bytes of a file, and characters of a text.</summary>
    public const int MaxSize = 512 * 1024;

    /// <summary>Years of what a treasurer enters by hand.</summary>
    public const int MaxLines = 5000;

    /// <summary>The columns, as refusals name them.</summary>
    private static readonly string[] Columns = ["FromCode", "ToCode", "On", "Rate", "Unit", "Type", "Source"];

    /// <summary>What a type may be called: as it is stored, with dashes or without, in capitals or not.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Enum.GetNames<RateType>()];

    /// <summary>Reads a list; every fault is told, not only the first.</summary>
    public static RateSheet Read(string text)
    {
        var rows = ListText.Lines(text);
        if (rows.Count > 0 && CsvLine.Cells(rows[0].Text, Columns.Length) is [var first, ..] && Plain(first) is "from" or "dari")
            rows.RemoveAt(0);
        if (rows.Count == 0)
            return new RateSheet([], [new LineFault(1, "", new Refusal("rates-none", "Line"))]);
        if (rows.Count > MaxLines)
            return new RateSheet([], [new LineFault(rows[MaxLines].Number, "", new Refusal("rates-too-many", "Line", MaxLines, rows.Count))]);
        var (lines, faults) = (new List<RateLine>(), new List<LineFault>());
        foreach (var (number, row) in rows)
            ReadLine(number, row, lines, faults);
        faults.AddRange(Twice(lines));
        return new RateSheet(lines, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static void ReadLine(int number, string row, List<RateLine> lines, List<LineFault> faults)
    {
        if (CsvLine.Cells(row, Columns.Length) is not { } cells || cells.Count != Columns.Length)
        {
            faults.Add(new LineFault(number, row, new Refusal("rate-line", "Line")));
            return;
        }
        var problems = new List<Refusal>();
        var input = new RateInput
        {
            FromCode = cells[0].ToUpperInvariant(),
            ToCode = cells[1].ToUpperInvariant(),
            On = Or(ListText.Date(cells[2]), new Refusal("day-date", "On"), problems),
            Rate = Or(RateIn(cells[3], CsvLine.SeparatorOf(row)), new Refusal("rate-number", "Rate"), problems),
            Unit = cells[4].Length == 0 ? 1 : int.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0,
            Type = Or(TypeIn(cells[5]), new Refusal("rate-kind", "Type"), problems) ?? default,
            Source = cells[6],
        };
        var told = problems.ConvertAll(problem => problem.Field);
        problems.AddRange(SaveRate.Key(input).Concat(SaveRate.Figures(input)).Where(fault => !told.Contains(fault.Field)));
        faults.AddRange(problems.Select(problem => new LineFault(number, cells[Array.IndexOf(Columns, problem.Field)], problem)));
        if (problems.Count == 0)
            lines.Add(new RateLine(number, input));
    }

    private static T? Or<T>(T? value, Refusal problem, List<Refusal> problems)
        where T : struct
    {
        if (value is null)
            problems.Add(problem);
        return value;
    }

    private static IEnumerable<LineFault> Twice(List<RateLine> lines) =>
        from same in lines.GroupBy(line => (line.Input.Type, line.Input.FromCode, line.Input.ToCode, line.Input.On))
        from line in same.Skip(1)
        select new LineFault(line.Line, line.Input.On!.Value.Iso(), new Refusal("day-twice", "On", same.First().Line));

    /// <summary>Digits with a point; with a comma where that is not what separates the cells. Thousands are not separated.</summary>
    private static decimal? RateIn(string text, char separator)
    {
        var plain = separator == ',' ? text : text.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) ? rate : null;
    }

    private static RateType? TypeIn(string text) =>
        !text.Any(char.IsAsciiDigit) && Enum.TryParse<RateType>(Plain(text), ignoreCase: true, out var type) ? type : null;

    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
