using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Features.Ledger.Agreements;

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
    public static IQueryable<SummedFinancing> WithSums(this IQueryable<Financing> financings, AppDbContext db) => financings.WithChanges(db).Select(row => new SummedFinancing
    {
        Financing = row.Financing,
        Sums = new FinancingSums
        {
            Original = row.Financing.MinorUnits,
            Additional = row.Additional,
            Cancelled = row.Cancelled,
            Disbursed = db.Disbursements.Where(d => d.FinancingId == row.Financing.Id).Sum(d => d.Charged),
            Allocated = db.Categories.Where(c => c.FinancingId == row.Financing.Id).Sum(c => c.MinorUnits)
                + db.Reallocations.Where(r => r.FinancingId == row.Financing.Id && r.FromId == null).Sum(r => r.MinorUnits)
                - db.Reallocations.Where(r => r.FinancingId == row.Financing.Id && r.ToId == null).Sum(r => r.MinorUnits),
        },
    });

    /// <summary>Each financing with what was added to it and cancelled of it, up to a day where one is given.</summary>
    public static IQueryable<ChangedFinancing> WithChanges(this IQueryable<Financing> financings, AppDbContext db, DateOnly? until = null)
    {
        var changes = until is { } day ? db.AmountChanges.Where(c => c.On <= day) : db.AmountChanges;
        return financings.Select(f => new ChangedFinancing
        {
            Financing = f,
            Additional = changes.Where(c => c.FinancingId == f.Id && c.Kind == AmountChangeKind.Addition).Sum(c => c.MinorUnits),
            Cancelled = changes.Where(c => c.FinancingId == f.Id && c.Kind == AmountChangeKind.Cancellation).Sum(c => c.MinorUnits),
        });
    }

    internal sealed class ChangedFinancing
    {
        public required Financing Financing { get; init; }
        public required long Additional { get; init; }
        public required long Cancelled { get; init; }

        /// <summary>Net commitment, in minor units of the agreement's currency.</summary>
        public long Net => Ratio.NetCommitment(Financing.MinorUnits, Additional, Cancelled);
    }

    internal sealed class SummedFinancing
    {
        public required Financing Financing { get; init; }
        public required FinancingSums Sums { get; init; }
    }
}
