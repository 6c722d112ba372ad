using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>What the sums of a financing take from a signed contract.</summary>
/// <param name="Price">With its variations, in minor units.</param>
/// <param name="Percentage">The donor's share, from 0 to 1.</param>
/// <param name="Progress">Work done, from 0 to 1.</param>
internal sealed record SignedContract(Guid FinancingId, string CurrencyCode, long Price, decimal Percentage, decimal Progress)
{
    public Money DonorPart => new FinancingShare(Percentage).Of(new Money(Price, Currencies.All[CurrencyCode]));

    /// <summary>Of the contracts in the financing's currency.</summary>
    public static Money Contracted(IEnumerable<SignedContract> same, Currency currency) =>
        same.Select(c => c.DonorPart).Aggregate(new Money(0, currency), (one, other) => one + other);

    /// <summary>Prices of one currency weigh against each other whichever it is; of several, those in the agreement's do.</summary>
    public static PhysicalProgress Physical(IReadOnlyList<SignedContract> all, IReadOnlyList<SignedContract> same)
    {
        var weighed = all.DistinctBy(c => c.CurrencyCode).Count() == 1 ? all : same;
        return new PhysicalProgress(Ratio.Weighted(weighed.Select(c => ((decimal)c.Price, c.Progress))), all.Count - weighed.Count);
    }
}

/// <summary>Reads the contracts that are signed.</summary>
internal static class SignedContracts
{
    /// <summary>As <see cref="Contract.IsSigned"/> says it.</summary>
    public static IQueryable<Contract> Signed(this IQueryable<Contract> contracts) => contracts.Where(c => c.SignedOn != null && c.State != ContractState.Cancelled);

    /// <summary>The signed ones by financing, at their present prices: one query.</summary>
    public static async Task<ILookup<Guid, SignedContract>> PricedAsync(this IQueryable<Contract> contracts, AppDbContext db, CancellationToken cancellation)
    {
        var priced = await contracts.Signed()
            .Select(c => new SignedContract(
                c.FinancingId,
                c.CurrencyCode,
                c.MinorUnits + db.ContractVariations.Where(v => v.ContractId == c.Id).Sum(v => v.MinorUnits),
                c.Percentage,
                c.PhysicalProgress))
            .ToListAsync(cancellation);
        return priced.ToLookup(c => c.FinancingId);
    }
}
