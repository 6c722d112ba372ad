using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>A workbook of the ledger, from the filter of its address to the file.</summary>
/// <param name="name">One of <see cref="LedgerReports"/>.</param>
/// <param name="stem">Its file's name in English.</param>
/// <param name="stemId">Its file's name in Indonesian.</param>
/// <param name="writer">Writes it.</param>
public abstract class LedgerWorkbookFile(string name, string stem, string stemId, IWorkbookWriter writer) : IReportFile
{
    public string Name => name;

    public string Stem(string language) => language == Languages.English ? stem : stemId;

    public async Task<int> WriteAsync(
        string filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var (workbook, rows) = await MakeAsync(LedgerReportFilter.Parse(filter), language, cancellation);
        await writer.WriteAsync(workbook, stream, progress, rows, cancellation);
        return rows;
    }

    /// <summary>The workbook and how many rows its sheets hold.</summary>
    protected abstract Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation);
}

/// <summary>T1.</summary>
public sealed class WithdrawalRegisterFile(WithdrawalRegisterQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Withdrawals, "withdrawal-register", "register-penarikan-dana", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(filter, language, cancellation);
        return (WithdrawalRegisterWorkbook.From(report), rows);
    }
}

/// <summary>T2.</summary>
public sealed class ExpenditureFile(ExpenditureQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Expenditure, "statement-of-expenditure", "statement-of-expenditure", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (statement, rows) = await query.LoadAsync(filter, language, cancellation);
        return (ExpenditureWorkbook.From(statement), rows);
    }
}

/// <summary>T3.</summary>
public sealed class ContractBookFile(ContractBookQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Contracts, "contract-register", "register-kontrak", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(filter, language, cancellation);
        return (ContractBookWorkbook.From(report), rows);
    }
}

/// <summary>T4.</summary>
public sealed class CategoryReportFile(CategoryReportQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Categories, "disbursement-by-category", "penarikan-per-kategori", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(filter, language, cancellation);
        return (CategoryReportWorkbook.From(report), rows);
    }
}

/// <summary>Performance of loans and grants.</summary>
public sealed class PerformanceFile(PerformanceQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Performance, "loan-grant-performance", "kinerja-pinjaman-hibah", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(filter, language, cancellation);
        return (PerformanceWorkbook.From(report), rows);
    }
}

/// <summary>T9.</summary>
public sealed class QuarterReportFile(QuarterReportQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Quarters, "loans-by-quarter", "pinjaman-per-triwulan", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (report, rows) = await query.LoadAsync(filter, language, cancellation);
        return (QuarterReportWorkbook.From(report), rows);
    }
}

/// <summary>T8.</summary>
public sealed class WithdrawalPlanFile(WithdrawalPlanQuery query, IWorkbookWriter writer)
    : LedgerWorkbookFile(LedgerReports.Plan, "loan-withdrawal-plan", "rencana-penarikan-pinjaman", writer)
{
    protected override async Task<(Workbook Workbook, int Rows)> MakeAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var (plan, rows) = await query.LoadAsync(filter, language, cancellation);
        return (await WithdrawalPlanWorkbook.FromAsync(plan, cancellation), rows);
    }
}
