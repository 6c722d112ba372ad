namespace ProjectCycle.Reports.Workbooks;

/// <summary>A sheet with the names it has in the file.</summary>
/// <param name="Sheet">What was asked for.</param>
/// <param name="Tab">Its legal, unique tab name.</param>
/// <param name="Number">From 1; also its part's number.</param>
internal sealed record PlannedSheet(Sheet Sheet, string Tab, int Number)
{
    public string Path => FormattableString.Invariant($"xl/worksheets/sheet{Number}.xml");
    public string RelationsPath => FormattableString.Invariant($"xl/worksheets/_rels/sheet{Number}.xml.rels");
}

/// <summary>What is known of a table only once its rows are written.</summary>
internal sealed class WrittenTable
{
    public static WrittenTable None { get; } = new();

    public int Rows { get; set; }

    /// <summary>Cell and address of each link.</summary>
    public List<(string Cell, string Url)> Links { get; } = [];

    /// <summary>What the chart shows; null leaves a gap.</summary>
    public List<(string Category, decimal? Value, decimal? Second)> Points { get; } = [];

    /// <summary>Ranges of cells that are one.</summary>
    public List<string> Merged { get; } = [];

    /// <summary>Row number of the last row of the table; an empty table still has one blank row, as Excel insists.</summary>
    public int LastRow => 1 + Math.Max(Rows, 1);
}

/// <summary>Names of cells.</summary>
internal static class CellRef
{
    /// <summary>"A" for 0, "AB" for 27.</summary>
    public static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Column(index / 26 - 1) + (char)('A' + index % 26);

    /// <summary>"B7" for column 1, row 7.</summary>
    public static string At(int column, int row) => FormattableString.Invariant($"{Column(column)}{row}");

    /// <summary>"B2:B7" for rows 2 to 7 of column 1.</summary>
    public static string Down(int column, int first, int last) => $"{At(column, first)}:{At(column, last)}";

    /// <summary>The same with dollar signs and the sheet's name, for charts.</summary>
    public static string Fixed(string tab, int column, int first, int last) =>
        FormattableString.Invariant($"{SheetNames.Quoted(tab)}!${Column(column)}${first}:${Column(column)}${last}");
}
