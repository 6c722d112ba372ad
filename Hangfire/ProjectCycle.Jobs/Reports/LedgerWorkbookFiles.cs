using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs.Reports;

/// <summary>Reads a report of the ledger and how many rows its sheets hold.</summary>
/// <param name="filter">Of its address.</param>
/// <param name="language">Of its texts.</param>
/// <param name="cancellation">Stops it.</param>
public delegate Task<(TReport Report, int Rows)> ReadLedgerReport<TReport>(LedgerReportFilter filter, string language, CancellationToken cancellation);

/// <summary>A workbook of the ledger, from the filter of its address to the file.</summary>
/// <param name="name">One of <see cref="LedgerReports"/>.</param>
/// <param name="stem">Its file's name in English.</param>
/// <param name="stemId">Its file's name in Indonesian.</param>
/// <param name="read">Reads what it holds.</param>
/// <param name="describe">Makes the workbook of it.</param>
/// <param name="writer">Writes it.</param>
public abstract class LedgerWorkbookFile<TReport>(
    string name, string stem, string stemId, ReadLedgerReport<TReport> read, Func<TReport, CancellationToken, Task<Workbook>> describe, IWorkbookWriter writer) : IReportFile
{
    /// <summary>One whose workbook is described without reading its rows.</summary>
    protected LedgerWorkbookFile(string name, string stem, string stemId, ReadLedgerReport<TReport> read, Func<TReport, Workbook> describe, IWorkbookWriter writer)
        : this(name, stem, stemId, read, (report, _) => Task.FromResult(describe(report)), writer)
    {
    }

    public string Name => name;

    public string Stem(string language) => language == Languages.English ? stem : stemId;

    public async Task<int> WriteAsync(
        string filter, string language, Stream stream, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var (report, rows) = await read(LedgerReportFilter.Parse(filter), language, cancellation);
        await writer.WriteAsync(await describe(report, cancellation), stream, progress, rows, cancellation);
        return rows;
    }
}

/// <summary>T1.</summary>
public sealed class WithdrawalRegisterFile(WithdrawalRegisterQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<LedgerReport<WithdrawalRegisterRow>>(
    LedgerReports.Withdrawals, "withdrawal-register", "register-penarikan-dana", query.LoadAsync, WithdrawalRegisterWorkbook.From, writer);

/// <summary>T2.</summary>
public sealed class ExpenditureFile(ExpenditureQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<ExpenditureStatement>(
    LedgerReports.Expenditure, "statement-of-expenditure", "statement-of-expenditure", query.LoadAsync, ExpenditureWorkbook.From, writer);

/// <summary>T3.</summary>
public sealed class ContractBookFile(ContractBookQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<LedgerReport<ContractBookRow>>(
    LedgerReports.Contracts, "contract-register", "register-kontrak", query.LoadAsync, ContractBookWorkbook.From, writer);

/// <summary>T4.</summary>
public sealed class CategoryReportFile(CategoryReportQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<LedgerReport<CategoryReportRow>>(
    LedgerReports.Categories, "disbursement-by-category", "penarikan-per-kategori", query.LoadAsync, CategoryReportWorkbook.From, writer);

/// <summary>Performance of loans and grants.</summary>
public sealed class PerformanceFile(PerformanceQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<LedgerReport<PerformanceRow>>(
    LedgerReports.Performance, "loan-grant-performance", "kinerja-pinjaman-hibah", query.LoadAsync, PerformanceWorkbook.From, writer);

/// <summary>T9.</summary>
public sealed class QuarterReportFile(QuarterReportQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<QuarterReport>(
    LedgerReports.Quarters, "loans-by-quarter", "pinjaman-per-triwulan", query.LoadAsync, QuarterReportWorkbook.From, writer);

/// <summary>T8.</summary>
public sealed class WithdrawalPlanFile(WithdrawalPlanQuery query, IWorkbookWriter writer) : LedgerWorkbookFile<WithdrawalPlan>(
    LedgerReports.Plan, "loan-withdrawal-plan", "rencana-penarikan-pinjaman", query.LoadAsync, WithdrawalPlanWorkbook.FromAsync, writer);
