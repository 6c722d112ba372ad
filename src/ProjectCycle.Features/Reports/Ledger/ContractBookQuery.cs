using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger.Contracts;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Fills the contract register (T3) from the query of its page: all that were not cancelled, as they stand now.</summary>
public sealed class ContractBookQuery(LedgerReach reach, ContractRegister register, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>The register over what the filter shows, and how many rows it has.</summary>
    public async Task<(LedgerReport<ContractBookRow> Report, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var contracts = reach.Of<Contract>(filter).Where(c => c.State != ContractState.Cancelled);
        var rows = await contracts.CountAsync(cancellation);
        var no = 0;
        var batches = Enumerable.Range(0, (rows + BatchSize - 1) / BatchSize)
            .Select(i => (Func<Task<List<ContractLine>>>)(() => register.BatchAsync(contracts, i * BatchSize, BatchSize, cancellation)));
        return (new LedgerReport<ContractBookRow>(
            await reach.CoverAsync(filter, language, cancellation),
            new LedgerNotes(filter.CutOffOn(clock), [], []),
            ReadAhead.Of(batches, cancellation).Select(line => Row(line, ++no))), rows);
    }

    private static ContractBookRow Row(ContractLine line, int no) => new()
    {
        No = no,
        Contract = line.Contract,
        Category = line.CategoryCode,
        RevisedCompletionOn = line.RevisedCompletionOn,
        Variations = line.Of(line.Variations),
        Value = line.Of(line.Value),
        Donor = line.Of(line.Donor),
        Counterpart = line.Of(line.Counterpart),
        Paid = line.Of(line.Paid),
        RetentionHeld = line.Of(line.RetentionHeld),
        AdvanceUnrecovered = line.Of(line.AdvanceUnrecovered),
        Financial = line.FinancialProgress,
        GuaranteeExpiresOn = line.GuaranteeExpiresOn,
        Agreement = line.AgreementNumber,
        Project = line.ProjectCode,
    };
}
