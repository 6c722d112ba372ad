namespace ProjectCycle.Reports.Workbooks;

/// <summary>A workbook described as data. It can be written once, because the rows of its tables are streams.</summary>
/// <param name="Title">In the file's properties and on each printed page.</param>
/// <param name="Language">"en" or "id": of the few words the writer adds itself.</param>
/// <param name="Sheets">From left to right.</param>
public sealed record Workbook(string Title, string Language, IReadOnlyList<Sheet> Sheets)
{
    public string Author { get; init; } = "";

    /// <summary>UTC; in the file's properties.</summary>
    public DateTime? MadeAt { get; init; }
}
