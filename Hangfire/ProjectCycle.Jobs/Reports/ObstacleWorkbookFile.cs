using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.Reports;
using ProjectCycle.Reports.Obstacles;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>The obstacle workbook.</summary>
public sealed class ObstacleWorkbookFile(ObstacleBookQuery query, IWorkbookWriter writer) : IReportFile
{
    public string Name => RequestReport.Obstacles;

    public async Task<int> WriteAsync(
        string filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var (book, rows) = await query.LoadAsync(ObstacleFilter.Parse(filter), language, cancellation);
        await writer.WriteAsync(ObstacleWorkbook.From(book), stream, progress, rows, cancellation);
        return rows;
    }

    public string Stem(string language) => language == Languages.English ? "obstacles" : "hambatan";
}
