using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Reports.Projects;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>The portfolio monitoring workbook.</summary>
public sealed class PortfolioWorkbookFile(PortfolioQuery query, IWorkbookWriter writer, MailOptions options) : IReportFile
{
    public string Name => RequestReport.Portfolio;

    public async Task<int> WriteAsync(
        string filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(ProjectListFilter.Parse(filter), language, new Uri(options.Link("/")), cancellation);
        await writer.WriteAsync(PortfolioWorkbook.From(report), stream, progress, rows, cancellation);
        return rows;
    }

    public string Stem(string language) => language == Languages.English ? "portfolio-monitoring" : "pemantauan-portofolio";
}
