using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Features.Ledger;

/// <summary>What the rows of a financing add up to, in minor units of the agreement's currency.</summary>
public sealed record FinancingSums
{
    /// <summary>As first agreed.</summary>
    public required long Original { get; init; }

    public required long Additional { get; init; }
    public required long Cancelled { get; init; }

    /// <summary>What the donor has charged the agreement with.</summary>
    public required long Disbursed { get; init; }

    /// <summary>In the categories, after all reallocations.</summary>
    public required long Allocated { get; init; }

    /// <summary>Net commitment (domain.md 3).</summary>
    public long Net => Ratio.NetCommitment(Original, Additional, Cancelled);

    public long Undisbursed => checked(Net - Disbursed);

    /// <summary>Not in any category.</summary>
    public long Unallocated => checked(Net - Allocated);
}

/// <summary>Sums of financings, reckoned by the database.</summary>
internal static class FinancingSumsQuery
{
    /// <summary>The sums of one financing.</summary>
    public static Task<FinancingSums> SumsAsync(this AppDbContext db, Guid financing, CancellationToken cancellation) =>
        db.Financings.AsNoTracking().Where(f => f.Id == financing).WithSums(db).Select(row => row.Sums).FirstAsync(cancellation);

    /// <summary>Each financing with its sums. Who may read a financing may read all that hangs on it.</summary>
    public static IQueryable<SummedFinancing> WithSums(this IQueryable<Financing> financings, AppDbContext db) => financings.Select(f => new SummedFinancing
    {
        Financing = f,
        Sums = new FinancingSums
        {
            Original = f.MinorUnits,
            Additional = db.AmountChanges.Where(c => c.FinancingId == f.Id && c.Kind == AmountChangeKind.Addition).Sum(c => c.MinorUnits),
            Cancelled = db.AmountChanges.Where(c => c.FinancingId == f.Id && c.Kind == AmountChangeKind.Cancellation).Sum(c => c.MinorUnits),
            Disbursed = db.Disbursements.Where(d => d.FinancingId == f.Id).Sum(d => d.Charged),
            Allocated = db.Categories.Where(c => c.FinancingId == f.Id).Sum(c => c.MinorUnits)
                + db.Reallocations.Where(r => r.FinancingId == f.Id && r.FromId == null).Sum(r => r.MinorUnits)
                - db.Reallocations.Where(r => r.FinancingId == f.Id && r.ToId == null).Sum(r => r.MinorUnits),
        },
    });

    internal sealed class SummedFinancing
    {
        public required Financing Financing { get; init; }
        public required FinancingSums Sums { get; init; }
    }
}
