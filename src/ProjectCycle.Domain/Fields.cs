using System.Text.RegularExpressions;

namespace ProjectCycle.Domain;

/// <summary>Checks of single inputs, shared by every form, so that the same fault has the same sentence everywhere.</summary>
public static partial class Fields
{
    /// <summary>Business dates outside this range are slips of the finger, such as year 0001.</summary>
    public static readonly DateOnly EarliestDate = new(1945, 8, 17);

    public static readonly DateOnly LatestDate = new(2100, 12, 31);

    /// <summary>A text that must be there and is at most <paramref name="max"/> characters.</summary>
    public static IEnumerable<Refusal> Required(string? value, string field, int max)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield return new Refusal("required", field);
        foreach (var refusal in Text(value, field, max))
            yield return refusal;
    }

    /// <summary>An optional text of at most <paramref name="max"/> characters.</summary>
    public static IEnumerable<Refusal> Text(string? value, string field, int max)
    {
        if (value?.Length > max)
            yield return new Refusal("too-long", field, max, value.Length);
    }

    /// <summary>The text with each line ended by "\n", as it is stored and as workbooks hold it, and without NUL, which PostgreSQL keeps in no text.</summary>
    public static string Lines(string text) => text.AsSpan().ContainsAny('\r', '\0')
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal)
        : text;

    /// <summary>A short code: letters, digits, dashes and dots, beginning with a letter or digit.</summary>
    public static IEnumerable<Refusal> Code(string? value, string field, int max)
    {
        var faults = Required(value, field, max).ToList();
        return faults.Count == 0 && !CodePattern().IsMatch(value!.Trim()) ? [new Refusal("bad-code", field)] : faults;
    }

    /// <summary>An optional date within living memory.</summary>
    public static IEnumerable<Refusal> Date(DateOnly? value, string field)
    {
        if (value is { } date && (date < EarliestDate || date > LatestDate))
            yield return new Refusal("date-out-of-range", field, EarliestDate, LatestDate);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]*$")]
    private static partial Regex CodePattern();
}
