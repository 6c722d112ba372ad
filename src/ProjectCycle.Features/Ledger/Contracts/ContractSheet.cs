using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>A contract with all that hangs on it.</summary>
/// <param name="Line">Its row of the register.</param>
/// <param name="Variations">By date.</param>
/// <param name="Guarantees">Those held first, by expiry.</param>
/// <param name="Invoices">By date.</param>
/// <param name="FinancedBalance">What the donor still finances of it.</param>
public sealed record ContractDetails(
    ContractLine Line, IReadOnlyList<ContractVariation> Variations, IReadOnlyList<Guarantee> Guarantees, IReadOnlyList<Invoice> Invoices, Money FinancedBalance);

/// <summary>Reads the sheet of one contract.</summary>
public sealed class ContractSheet(ContractRegister register, ContractBalance balance, MoneyRows rows)
{
    /// <summary>The contract of a project; null when it is not there or not for this person.</summary>
    public async Task<ContractDetails?> FindAsync(Guid id, Guid projectId, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, projectId, cancellation) is not { } line)
            return null;
        return new ContractDetails(
            line,
            await rows.Of<ContractVariation>().Where(v => v.ContractId == id).OrderBy(v => v.On).ThenBy(v => v.Id).ToListAsync(cancellation),
            await rows.Of<Guarantee>().Where(g => g.ContractId == id).OrderBy(g => g.ReleasedOn != null).ThenBy(g => g.ExpiresOn).ThenBy(g => g.Id).ToListAsync(cancellation),
            await rows.Of<Invoice>().Where(i => i.ContractId == id).OrderBy(i => i.On).ThenBy(i => i.Id).ToListAsync(cancellation),
            (await balance.OfAsync([id], cancellation))[id]);
    }
}
