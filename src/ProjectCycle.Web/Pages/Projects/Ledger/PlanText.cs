using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Features.Ledger.Monitoring;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>
/// Reads a plan as people type it or paste it from a spreadsheet: one point a line, date and cumulative amount with a tab or semicolon
/// between them, numbers as <see cref="AmountText"/> reads them. A heading and blank lines are passed over.
/// </summary>
public static class PlanText
{
    private const int LongestQuote = 40;

    private static readonly string[] Dates = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The points, or each line that is none with its number.</summary>
    public static Outcome<PlannedPoint[]> Read(string text)
    {
        var (points, faults) = (new List<PlannedPoint>(), new List<Refusal>());
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || (points.Count == 0 && faults.Count == 0 && !line.Any(char.IsAsciiDigit)))
                continue;
            if (Point(line) is { } point)
                points.Add(point);
            else
                faults.Add(new Refusal("bad-plan-line", nameof(ProjectionInput.Lines), number, line.Length > LongestQuote ? line[..LongestQuote] : line));
        }
        return faults.Count > 0 ? faults : points.ToArray();
    }

    /// <summary>As the text area shows them, so that they read back as the same.</summary>
    public static string Write(IEnumerable<PlannedPoint> points) => string.Join(
        '\n', points.Select(point => $"{point.On.ToString(Dates[0], CultureInfo.InvariantCulture)}; {point.Amount.ToString("#,0.####", CultureInfo.CurrentCulture)}"));

    private static PlannedPoint? Point(string line)
    {
        var parts = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        return parts.Count == 2 && Day(parts[0]) is { } day && AmountText.ReadNumber(parts[1]) is { } amount ? new PlannedPoint(day, amount) : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.CurrentCulture, DateTimeStyles.None, out var day) || DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? day
            : null;
}
