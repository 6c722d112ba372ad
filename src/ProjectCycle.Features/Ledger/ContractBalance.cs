using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger;

/// <summary>What the donor still finances of a contract: the balance that <see cref="Claim.Claimable"/> asks for. Callers have checked the reach.</summary>
public sealed class ContractBalance(AppDbContext db)
{
    /// <summary>
    /// The donor's share of the current value less what applications claim, in the contract's currency. Rejected and cancelled
    /// applications claim nothing, nor does what was disallowed. Below zero when more is claimed than a smaller contract bears.
    /// </summary>
    /// <param name="contractId">A contract; one that is not there throws.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="without">An application that is being drawn up anew.</param>
    public async Task<Money> OfAsync(Guid contractId, CancellationToken cancellation, Guid without = default)
    {
        var contract = await db.Contracts.AsNoTracking().Where(c => c.Id == contractId)
            .Select(c => new
            {
                Contract = c,
                Value = c.MinorUnits + db.ContractVariations.Where(v => v.ContractId == c.Id).Sum(v => v.MinorUnits),
                Claimed = Live(without).Where(l => l.ContractId == c.Id && l.Disallowed == 0).Sum(l => l.ClaimedLocal),
            })
            .SingleAsync(cancellation);
        var partly = await Live(without).Where(l => l.ContractId == contractId && l.Disallowed > 0)
            .Select(l => new { l.ClaimedLocal, l.Claimed, l.Disallowed }).ToListAsync(cancellation);
        var currency = contract.Contract.Currency;
        var financed = new FinancingShare(contract.Contract.Percentage).Of(new Money(contract.Value, currency));
        return financed with { MinorUnits = financed.MinorUnits - contract.Claimed - partly.Sum(line => Approved(line.ClaimedLocal, line.Claimed, line.Disallowed)) };
    }

    /// <summary>The local part of a line that was disallowed in the currency of its application.</summary>
    private static long Approved(long local, long claimed, long disallowed) =>
        claimed == 0 ? 0 : (long)Math.Round(local * ((claimed - disallowed) / (decimal)claimed), MidpointRounding.AwayFromZero);

    private IQueryable<WithdrawalLine> Live(Guid without) => db.LivingLines().Where(l => l.ApplicationId != without);
}
