using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Reports.Projects;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>The portfolio workbook from query to file: the page's export and the verb <c>report portfolio</c> make the same one.</summary>
public sealed class PortfolioWorkbookFile(PortfolioQuery query, IWorkbookWriter writer, MailOptions options, TimeProvider clock)
{
    /// <summary>Writes the workbook over what <paramref name="filter"/> shows the current user.</summary>
    /// <returns>How many rows its sheets hold.</returns>
    public async Task<int> WriteAsync(
        ProjectListFilter filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(filter, language, new Uri(options.Link("/")), cancellation);
        await writer.WriteAsync(PortfolioWorkbook.From(report), stream, progress is null ? null : new Counter(progress, rows), cancellation);
        return rows;
    }

    /// <summary>A name that says what it is and of which day.</summary>
    public string FileName(string language)
    {
        var day = IndonesianZone.Wib.Today(clock);
        return language == Languages.English ? $"portfolio-monitoring-{day:yyyy-MM-dd}.xlsx" : $"pemantauan-portofolio-{day:yyyy-MM-dd}.xlsx";
    }

    private sealed class Counter(IProgress<(int Done, int Total)> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report((value, total));
    }
}
