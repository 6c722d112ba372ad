using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Features.Ledger;

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
