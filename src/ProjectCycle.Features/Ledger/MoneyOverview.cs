using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;

namespace ProjectCycle.Features.Ledger;

/// <summary>How one financing of a project stands on a day.</summary>
public sealed record FinancingStanding
{
    public required Financing Financing { get; init; }
    public required Agreement Agreement { get; init; }
    public required FinancingSums Sums { get; init; }

    /// <summary>The donor's share of the signed contracts in the agreement's currency, at their present prices.</summary>
    public required Money Contracted { get; init; }

    /// <summary>Signed contracts in other currencies, which are not in <see cref="Contracted"/>.</summary>
    public required int LeftOut { get; init; }

    public required PhysicalProgress Physical { get; init; }

    /// <summary>Time, money and Progres Varian (domain.md 3.1).</summary>
    public required LoanPerformance Performance { get; init; }

    public Money Net => Of(Sums.Net);
    public Money Disbursed => Of(Sums.Disbursed);
    public Money Undisbursed => Of(Sums.Undisbursed);

    /// <summary>What goes into sums over several financings.</summary>
    public MoneySum Sum => new(Net, Contracted, Disbursed, Undisbursed);

    /// <summary>Null while nothing can be said.</summary>
    public Light? Light => LoanPerformance.LightOf(Performance.Class);

    private Money Of(long minorUnits) => new(minorUnits, Financing.Currency);

    /// <summary>How a financing stands.</summary>
    /// <param name="contracts">Its signed contracts.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="rules">Of the project's template.</param>
    internal static FinancingStanding On(
        DateOnly today, Financing financing, Agreement agreement, FinancingSums sums, IReadOnlyList<SignedContract> contracts, MonitoringRules rules)
    {
        var same = contracts.Where(c => c.CurrencyCode == financing.CurrencyCode).ToList();
        var facts = new LoanFacts(financing.EffectiveOn, financing.ClosingOn, financing.OriginalClosingOn, sums.Net, sums.Disbursed);
        return new FinancingStanding
        {
            Financing = financing,
            Agreement = agreement,
            Sums = sums,
            Contracted = SignedContract.Contracted(same, financing.Currency),
            LeftOut = contracts.Count - same.Count,
            Physical = SignedContract.Physical(contracts, same),
            Performance = LoanPerformance.On(today, facts, rules),
        };
    }
}

/// <summary>Work done under signed contracts, weighted by their prices.</summary>
/// <param name="Share">From 0 to 1; null without a contract to weigh.</param>
/// <param name="LeftOut">Contracts that could not be weighed beside the others, their prices being in another currency.</param>
public sealed record PhysicalProgress(decimal? Share, int LeftOut);

/// <summary>The sums of all financings in one currency.</summary>
public sealed record MoneySum(Money Net, Money Contracted, Money Disbursed, Money Undisbursed)
{
    public static MoneySum operator +(MoneySum one, MoneySum other) =>
        new(one.Net + other.Net, one.Contracted + other.Contracted, one.Disbursed + other.Disbursed, one.Undisbursed + other.Undisbursed);

    /// <summary>One sum for each currency: amounts of different currencies are not added together.</summary>
    public static IReadOnlyList<MoneySum> ByCurrency(IEnumerable<MoneySum> sums) =>
        [.. sums.GroupBy(sum => sum.Net.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => group.Aggregate((one, other) => one + other))];
}

/// <summary>Reads how the money of a project stands: two queries, however many agreements and contracts there are.</summary>
public sealed class MoneyOverview(AppDbContext db, MoneyRows rows)
{
    /// <summary>The financings of a project within the person's reach, the leading one first.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="rules">Of the project's template.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<FinancingStanding>> LoadAsync(Guid projectId, DateOnly today, MonitoringRules rules, CancellationToken cancellation)
    {
        var financings = await rows.Of<Financing>().Where(f => f.ProjectId == projectId).WithSums(db)
            .Join(db.Agreements, row => row.Financing.AgreementId, a => a.Id, (row, a) => new { row.Financing, row.Sums, Agreement = a })
            .OrderBy(row => row.Financing.Number).ThenBy(row => row.Financing.Id)
            .ToListAsync(cancellation);
        var contracts = await rows.Of<Contract>().Where(c => c.ProjectId == projectId).PricedAsync(db, cancellation);
        return [.. financings.Select(row => FinancingStanding.On(today, row.Financing, row.Agreement, row.Sums, [.. contracts[row.Financing.Id]], rules))];
    }
}
