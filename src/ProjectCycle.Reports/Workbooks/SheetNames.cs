namespace ProjectCycle.Reports.Workbooks;

/// <summary>Tab names as Excel allows them: at most 31 characters, none of []:*?/\, no outer apostrophe, unique in any case, not "History".</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    /// <summary>A legal name for each wish, in the same order.</summary>
    public static IReadOnlyList<string> Legal(IEnumerable<string> wishes)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        return [.. wishes.Select(wish => Unique(Clean(wish), taken))];
    }

    /// <summary><paramref name="name"/> as a formula refers to it.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Clean(string wish)
    {
        var legal = new string([.. CellText.Fit(wish, "").Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c)]);
        var name = CellText.Cut(legal.Trim(' ', '\''), MaxLength).TrimEnd(' ', '\'');
        return name.Length > 0 ? name : "Sheet";
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            var suffix = FormattableString.Invariant($" ({i})");
            unique = CellText.Cut(name, MaxLength - suffix.Length).TrimEnd(' ', '\'') + suffix;
        }
        return unique;
    }
}
