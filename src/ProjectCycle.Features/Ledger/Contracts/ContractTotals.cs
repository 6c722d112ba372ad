using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>What is booked on one contract, in its currency and minor units.</summary>
internal sealed record ContractTotals
{
    /// <summary>The sum of the variations.</summary>
    public required long Variations { get; init; }

    public required long Invoiced { get; init; }

    /// <summary>Of the advance, by invoices.</summary>
    public required long Recovered { get; init; }

    public required bool HasInvoices { get; init; }

    /// <summary>There are invoices, variations or lines of applications: all of them in its currency.</summary>
    public required bool HasRows { get; init; }

    /// <summary>The first invoice or variation; null while there is none.</summary>
    public required DateOnly? FirstOn { get; init; }

    /// <summary>Reads them in one query.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="contractId">The contract; one that is not saved yet has nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="without">A row that is about to be written anew, or to go.</param>
    public static async Task<ContractTotals> OfAsync(AppDbContext db, Guid contractId, CancellationToken cancellation, Guid without = default)
    {
        var (variations, invoices) = (
            db.ContractVariations.Where(v => v.ContractId == contractId && v.Id != without),
            db.Invoices.Where(i => i.ContractId == contractId && i.Id != without));
        var found = await db.Contracts.Where(c => c.Id == contractId).Select(c => new
        {
            Variations = variations.Sum(v => v.MinorUnits),
            Invoiced = invoices.Sum(i => i.Gross),
            Recovered = invoices.Sum(i => i.AdvanceRecovered),
            Invoices = invoices.Count(),
            Changes = variations.Count(),
            Lines = db.WithdrawalLines.Count(l => l.ContractId == contractId),
            FirstInvoice = invoices.Min(i => (DateOnly?)i.On),
            FirstVariation = variations.Min(v => (DateOnly?)v.On),
        }).FirstOrDefaultAsync(cancellation);
        return new ContractTotals
        {
            Variations = found?.Variations ?? 0,
            Invoiced = found?.Invoiced ?? 0,
            Recovered = found?.Recovered ?? 0,
            HasInvoices = found?.Invoices > 0,
            HasRows = found is not null && (found.Invoices > 0 || found.Changes > 0 || found.Lines > 0),
            FirstOn = found?.FirstVariation < found?.FirstInvoice ? found?.FirstVariation : found?.FirstInvoice ?? found?.FirstVariation,
        };
    }
}
