namespace ProjectCycle.Reports.Workbooks;

/// <summary>The edge behind which the file format lives.</summary>
public interface IWorkbookWriter
{
    /// <summary>
    /// Writes <paramref name="workbook"/> as .xlsx to <paramref name="stream"/>, which stays open. The same data give the same
    /// bytes. After an exception the stream holds rubbish.
    /// </summary>
    /// <param name="workbook">Read once.</param>
    /// <param name="stream">A file or memory; it is written synchronously.</param>
    /// <param name="rowsWritten">Told now and then, and at the end, how many table rows are written in all sheets together.</param>
    /// <param name="cancellationToken">Looked at with every row.</param>
    /// <exception cref="WorkbookTooLongException">A sheet has more rows than a sheet can hold.</exception>
    Task WriteAsync(Workbook workbook, Stream stream, IProgress<int>? rowsWritten = null, CancellationToken cancellationToken = default);
}

/// <summary>A sheet cannot hold all its rows, and rows are never left out silently.</summary>
public sealed class WorkbookTooLongException(string sheet, int limit)
    : InvalidOperationException(FormattableString.Invariant(
        $"Sheet '{sheet}' has more than {limit:N0} rows, which is all a sheet can hold. Ask for fewer rows, for instance with a filter."))
{
    public string Sheet { get; } = sheet;
    public int Limit { get; } = limit;
}
