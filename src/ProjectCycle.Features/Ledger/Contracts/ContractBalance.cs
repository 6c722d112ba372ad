using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>What the donor still finances of contracts: the balance that <see cref="Claim.Claimable"/> asks for. Callers have checked the reach.</summary>
public sealed class ContractBalance(AppDbContext db)
{
    /// <summary>
    /// The donor's share of the current value less what applications claim, in each contract's currency: two queries. Rejected and
    /// cancelled applications claim nothing, nor does what was disallowed. Below zero when more is claimed than a smaller contract bears.
    /// </summary>
    /// <param name="contracts">Their ids.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="without">A line that is being drawn up anew.</param>
    public async Task<IReadOnlyDictionary<Guid, Money>> OfAsync(IReadOnlyCollection<Guid> contracts, CancellationToken cancellation, Guid? without = null)
    {
        var lines = db.LivingLines().Where(l => l.Id != without && l.ContractId != null && contracts.Contains(l.ContractId.Value));
        var rows = await db.Contracts.AsNoTracking().Where(c => contracts.Contains(c.Id))
            .Select(c => new
            {
                Contract = c,
                Value = c.MinorUnits + db.ContractVariations.Where(v => v.ContractId == c.Id).Sum(v => v.MinorUnits),
                Claimed = lines.Where(l => l.ContractId == c.Id && l.Disallowed == 0).Sum(l => l.ClaimedLocal),
            })
            .ToListAsync(cancellation);
        var partly = (await lines.Where(l => l.Disallowed > 0)
            .Select(l => new { Contract = l.ContractId!.Value, l.ClaimedLocal, l.Claimed, l.Disallowed }).ToListAsync(cancellation))
            .ToLookup(line => line.Contract, line => Approved(line.ClaimedLocal, line.Claimed, line.Disallowed));
        return rows.ToDictionary(row => row.Contract.Id, row =>
        {
            var financed = new FinancingShare(row.Contract.Percentage).Of(new Money(row.Value, row.Contract.Currency));
            return financed with { MinorUnits = financed.MinorUnits - row.Claimed - partly[row.Contract.Id].Sum() };
        });
    }

    /// <summary>The local part of a line that was disallowed in the currency of its application.</summary>
    private static long Approved(long local, long claimed, long disallowed) =>
        claimed == 0 ? 0 : (long)Math.Round(local * ((claimed - disallowed) / (decimal)claimed), MidpointRounding.AwayFromZero);
}
