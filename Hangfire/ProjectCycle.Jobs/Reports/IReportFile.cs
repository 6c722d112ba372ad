using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>A workbook from query to file: the page's export and the verb <c>report</c> make the same one.</summary>
public interface IReportFile
{
    /// <summary>The name under which it is asked for.</summary>
    string Name { get; }

    /// <summary>Writes the workbook over what the filter shows the current user.</summary>
    /// <param name="filter">The filter as the page's address holds it.</param>
    /// <param name="language">"id" or "en".</param>
    /// <param name="stream">Where to.</param>
    /// <param name="progress">Rows written so far, of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many rows its sheets hold.</returns>
    Task<int> WriteAsync(string filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation);

    /// <summary>A name that says what it is, without day and ending.</summary>
    string Stem(string language);
}

/// <summary>What the workbooks people ask for have in common.</summary>
internal static class ReportFiles
{
    /// <summary>A name that says what it is and of which day.</summary>
    public static string FileName(this IReportFile report, string language, TimeProvider clock) =>
        $"{report.Stem(language)}-{IndonesianZone.Wib.Today(clock):yyyy-MM-dd}.xlsx";

    /// <summary>Writes, and tells of how many rows each is.</summary>
    public static Task WriteAsync(
        this IWorkbookWriter writer, Workbook workbook, Stream stream, IProgress<(int Done, int Total)>? progress, int rows, CancellationToken cancellation) =>
        writer.WriteAsync(workbook, stream, progress is null ? null : new Counter(progress, rows), cancellation);

    private sealed class Counter(IProgress<(int Done, int Total)> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report((value, total));
    }
}
