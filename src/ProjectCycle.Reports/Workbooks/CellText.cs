using System.Text;
using System.Text.RegularExpressions;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>Makes any text fit for a cell without changing what a reader sees of it.</summary>
internal static partial class CellText
{
    /// <summary>UTF-16 units a cell can hold.</summary>
    public const int MaxLength = 32_767;

    /// <summary>
    /// <paramref name="text"/> with line ends as Excel has them and without characters that XML forbids; what is too long ends in
    /// <paramref name="cutMark"/>.
    /// </summary>
    public static string Fit(string text, string cutMark)
    {
        var clean = IsClean(text) ? text : Clean(text);
        return clean.Length <= MaxLength ? clean : Cut(clean, MaxLength - cutMark.Length) + cutMark;
    }

    /// <summary>
    /// Excel reads "_x0041_" as "A", and LibreOffice even "_x41_": an underscore that would start such a code is written as a code
    /// itself.
    /// </summary>
    public static string Escape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? LooksEscaped().Replace(text, "_x005F_") : text;

    /// <summary>The start of <paramref name="text"/>, never half of a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static bool IsClean(string text) =>
        !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.AsSpan().ContainsAny(Suspects);

    private static readonly System.Buffers.SearchValues<char> Suspects = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(i => (char)i).Where(c => c is not ('\t' or '\n')), '\uFFFE', '\uFFFF']);

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // A lone half of a surrogate pair comes out as U+FFFD.
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or (>= 32 and not (0xFFFE or 0xFFFF)))
                clean.Append(rune);
        }
        return clean.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{1,4}_)")]
    private static partial Regex LooksEscaped();
}
