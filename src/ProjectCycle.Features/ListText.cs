using System.Globalization;

namespace ProjectCycle.Features;

/// <summary>What lists that people bring as a text have in common.</summary>
internal static class ListText
{
    /// <summary>Dates as lists write them: the standard's way, or day before month as Indonesia does.</summary>
    public static readonly IReadOnlyList<string> DateForms = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>The lines that are not blank, numbered from 1.</summary>
    public static List<(int Number, string Text)> Lines(string text) =>
    [
        .. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (Number: index + 1, Text: line.Trim(' '))) // a tab is an empty cell
            .Where(row => row.Text.Trim().Length > 0),
    ];

    /// <summary>A date in one of some forms, <see cref="DateForms"/> when none are given; else null.</summary>
    public static DateOnly? Date(string text, IReadOnlyList<string>? forms = null) =>
        DateOnly.TryParseExact(text, [.. forms ?? DateForms], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
