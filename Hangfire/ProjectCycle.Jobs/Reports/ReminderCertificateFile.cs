using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.Reports;
using ProjectCycle.Reports.Reminders;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>The reminder certificate as a workbook.</summary>
public sealed class ReminderCertificateFile(CertificateQuery query, IWorkbookWriter writer, TimeProvider clock) : IReportFile
{
    public string Name => RequestReport.ReminderCertificate;

    public async Task<int> WriteAsync(
        string filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var certificate = await query.LoadAsync(CertificateFilter.Parse(filter, clock), language, cancellation);
        var rows = certificate.Deadlines.Count + certificate.Reminders.Count;
        await writer.WriteAsync(ReminderCertificateWorkbook.From(certificate), stream, progress, rows, cancellation);
        return rows;
    }

    public string Stem(string language) => language == Languages.English ? "reminder-certificate" : "sertifikat-pengingat";
}
