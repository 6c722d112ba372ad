namespace ProjectCycle.Reports.Workbooks;

/// <summary>
/// Estimates the height of a row from its text. Excel would find the height itself, but LibreOffice gives a row without one a single
/// line and hides the rest.
/// </summary>
internal static class RowHeight
{
    private const double Line = 15;
    private const double Padding = 3;

    /// <summary>Widths count digits; a line holds about as many letters, and a line too many is better than one too few.</summary>
    private const double LettersPerDigit = 0.97;

    /// <summary>What Excel allows.</summary>
    private const double Max = 409;

    /// <summary>Points for <paramref name="lines"/> lines.</summary>
    public static double Of(int lines) => Math.Min(Max, lines * Line + Padding);

    /// <summary>Lines that <paramref name="text"/> takes in a column of <paramref name="width"/> characters, breaking between words.</summary>
    public static int Lines(ReadOnlySpan<char> text, double width)
    {
        var lines = 0;
        foreach (var paragraph in text.EnumerateLines())
            lines += ParagraphLines(paragraph, (int)(width * LettersPerDigit));
        return Math.Max(1, lines);
    }

    private static int ParagraphLines(ReadOnlySpan<char> paragraph, int width)
    {
        if (paragraph.Length <= width)
            return 1;
        var lines = 1;
        var used = 0;
        foreach (var range in paragraph.Split(' '))
        {
            var word = range.End.Value - range.Start.Value;
            if (used > 0 && used + 1 + word > width)
            {
                lines++;
                used = 0;
            }
            used += word + (used > 0 ? 1 : 0);
            // A word longer than a line is broken where the line ends.
            for (; used > width; used -= width)
                lines++;
        }
        return lines;
    }
}
