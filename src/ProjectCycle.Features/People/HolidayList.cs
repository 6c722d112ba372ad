using ProjectCycle.Domain;

namespace ProjectCycle.Features.People;

/// <summary>A day of a list.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Kind">One of <see cref="HolidayList.Kinds"/>.</param>
public sealed record HolidayLine(int Line, DateOnly Date, string Name, string Kind);

/// <summary>
/// A list of days off as people bring it: a line for each day with date, name and, when they like, kind; between them a comma, a
/// semicolon or, from a spreadsheet's clipboard, a tab. A first line with the columns' names is passed over.
/// </summary>
/// <param name="Lines">Those that could be read.</param>
/// <param name="Faults">In the order of the lines.</param>
public sealed record HolidayList(IReadOnlyList<HolidayLine> Lines, IReadOnlyList<LineFault> Faults)
{
    /// <summary>Bytes of a file, and characters of a text.</summary>
    public const int MaxSize = 128 * 1024;

    /// <summary>A long life of one calendar.</summary>
    public const int MaxLines = 2000;

    private static readonly string[] Columns = ["Date", "Name", "Kind"];

    /// <summary>The kinds of national days, and the words they may come under.</summary>
    private static readonly Dictionary<string, string> National = new()
    {
        [""] = "national",
        ["national"] = "national",
        ["nasional"] = "national",
        ["libur-nasional"] = "national",
        ["collective-leave"] = "collective-leave",
        ["cuti-bersama"] = "collective-leave",
        ["election"] = "election",
        ["pemilu"] = "election",
    };

    private static readonly Dictionary<string, string> Own = new() { [""] = "own", ["own"] = "own", ["sendiri"] = "own" };

    /// <summary>What a kind may be called.</summary>
    public static IEnumerable<string> Kinds(bool isNational) => (isNational ? National : Own).Keys.Skip(1);

    /// <summary>Reads a list; every fault is told, not only the first.</summary>
    /// <param name="isNational">For everybody; false for a unit's own days.</param>
    public static HolidayList Read(string text, bool isNational)
    {
        var rows = ListText.Lines(text).ConvertAll(row => (row.Number, Text: row.Text.Trim()));
        if (rows.Count > 0 && IsHead(rows[0].Text))
            rows.RemoveAt(0);
        if (rows.Count == 0)
            return new HolidayList([], [new LineFault(1, "", new Refusal("days-none", "Line"))]);
        if (rows.Count > MaxLines)
            return new HolidayList([], [new LineFault(rows[MaxLines].Number, "", new Refusal("days-too-many", "Line", MaxLines, rows.Count))]);
        var (lines, faults) = (new List<HolidayLine>(), new List<LineFault>());
        foreach (var (number, row) in rows)
            ReadLine(number, row, isNational ? National : Own, lines, faults);
        faults.AddRange(Twice(lines));
        return new HolidayList(lines, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static void ReadLine(int number, string row, Dictionary<string, string> kinds, List<HolidayLine> lines, List<LineFault> faults)
    {
        if (CsvLine.Cells(row, atLeast: 2) is not { Count: 2 or 3 } cells)
        {
            faults.Add(new LineFault(number, row, new Refusal("day-columns", "Line")));
            return;
        }
        var (date, name, kind) = (ListText.Date(cells[0]), cells[1], kinds.GetValueOrDefault(Plain(cells.ElementAtOrDefault(2) ?? "")));
        var problems = date is null ? [new Refusal("day-date", "Date")] : Fields.Date(date, "Date").ToList();
        problems.AddRange(Fields.Required(name, "Name", EditCalendar.LongestName));
        if (kind is null)
            problems.Add(new Refusal("day-kind", "Kind"));
        faults.AddRange(problems.Select(problem => new LineFault(number, cells[Array.IndexOf(Columns, problem.Field)], problem)));
        if (problems.Count == 0)
            lines.Add(new HolidayLine(number, date!.Value, name, kind!));
    }

    private static IEnumerable<LineFault> Twice(List<HolidayLine> lines) =>
        from day in lines.GroupBy(line => line.Date)
        from line in day.Skip(1)
        select new LineFault(line.Line, line.Date.Iso(), new Refusal("day-twice", "Date", day.First().Line));

    /// <summary>A first line that begins with the name of a column instead of a date.</summary>
    private static bool IsHead(string row) => CsvLine.Cells(row, atLeast: 2) is [var first, ..] && Plain(first) is "date" or "tanggal";

    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace(' ', '-');
}
