using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger;

/// <summary>A category with what was moved, paid and promised in it; amounts in the agreement's currency.</summary>
public sealed record CategoryLine
{
    public required ExpenditureCategory Category { get; init; }

    /// <summary>The agreement's.</summary>
    public required Currency Currency { get; init; }

    public required long MovedIn { get; init; }
    public required long MovedOut { get; init; }
    public required long DisbursedUnits { get; init; }
    public required long OutstandingUnits { get; init; }

    /// <summary>As first allocated.</summary>
    public Money Original => Of(Category.MinorUnits);

    /// <summary>Moved in less moved out.</summary>
    public Money Reallocated => Of(checked(MovedIn - MovedOut));

    /// <summary>The present allocation.</summary>
    public Money Current => Original + Reallocated;

    public Money Disbursed => Of(DisbursedUnits);

    /// <summary>Undertakings of the donor not paid yet.</summary>
    public Money Outstanding => Of(Math.Max(0, OutstandingUnits));

    /// <summary>What may still be claimed or moved elsewhere.</summary>
    public Money Balance => Claim.CategoryBalance(Original, Reallocated, Disbursed, Outstanding);

    private Money Of(long minorUnits) => new(minorUnits, Currency);
}

/// <summary>Reads the categories of a financing with their sums, all in one query.</summary>
internal static class CategoryLinesQuery
{
    /// <summary>The categories of a financing by code. Callers have checked that the person may read it.</summary>
    public static async Task<IReadOnlyList<CategoryLine>> CategoryLinesAsync(this AppDbContext db, Financing financing, CancellationToken cancellation)
    {
        var promised = db.Promised(financing);
        var rows = await db.Categories.AsNoTracking().Where(c => c.FinancingId == financing.Id)
            .Select(c => new
            {
                Category = c,
                In = db.Reallocations.Where(r => r.ToId == c.Id).Sum(r => r.MinorUnits),
                Out = db.Reallocations.Where(r => r.FromId == c.Id).Sum(r => r.MinorUnits),
                Disbursed = db.Disbursements.Where(d => d.CategoryId == c.Id).Sum(d => d.Charged),
                Promised = db.WithdrawalLines.Where(l => l.CategoryId == c.Id && promised.Contains(l.ApplicationId)).Sum(l => l.Claimed - l.Disallowed),
                Kept = db.Disbursements.Where(d => d.CategoryId == c.Id && promised.Contains(d.ApplicationId)).Sum(d => d.Charged),
            })
            .ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.Category.Code, StringComparer.OrdinalIgnoreCase).Select(row => new CategoryLine
        {
            Category = row.Category,
            Currency = financing.Currency,
            MovedIn = row.In,
            MovedOut = row.Out,
            DisbursedUnits = row.Disbursed,
            OutstandingUnits = row.Promised - row.Kept,
        })];
    }

    /// <summary>
    /// Commitments that the donor has undertaken and not paid in full. One in another currency than the agreement's is left out until
    /// it is paid: what it will be charged with is not known before.
    /// </summary>
    private static IQueryable<Guid> Promised(this AppDbContext db, Financing financing) => db.Withdrawals
        .Where(w => w.FinancingId == financing.Id && w.Procedure == WithdrawalProcedure.Commitment && w.CurrencyCode == financing.CurrencyCode
            && (w.State == WithdrawalState.Approved || w.State == WithdrawalState.PartlyPaid))
        .Select(w => w.Id);
}
