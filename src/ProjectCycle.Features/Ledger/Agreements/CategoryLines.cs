using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Agreements;

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

/// <summary>Reads categories with their sums, all in one query.</summary>
internal static class CategoryLinesQuery
{
    /// <summary>The categories of a financing by code. Callers have checked that the person may read it.</summary>
    public static Task<IReadOnlyList<CategoryLine>> CategoryLinesAsync(this AppDbContext db, Financing financing, CancellationToken cancellation) =>
        db.CategoryLinesAsync(db.Financings.Where(f => f.Id == financing.Id), DateOnly.MaxValue, cancellation);

    /// <summary>The categories of some financings by code.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="financings">Who may read them may read all that hangs on them.</param>
    /// <param name="until">What was moved, asked for and paid on later days is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<CategoryLine>> CategoryLinesAsync(
        this AppDbContext db, IQueryable<Financing> financings, DateOnly until, CancellationToken cancellation)
    {
        var moves = db.Reallocations.Where(r => r.On <= until);
        var payments = db.Disbursements.Where(d => d.ValueDate <= until);
        var promised = db.Promised(financings).Where(w => w.On <= until).Select(w => w.Id);
        var rows = await db.Categories.AsNoTracking().Join(financings, c => c.FinancingId, f => f.Id, (c, f) => new
        {
            Category = c,
            f.CurrencyCode,
            In = moves.Where(r => r.ToId == c.Id).Sum(r => r.MinorUnits),
            Out = moves.Where(r => r.FromId == c.Id).Sum(r => r.MinorUnits),
            Disbursed = payments.Where(d => d.CategoryId == c.Id).Sum(d => d.Charged),
            Promised = db.WithdrawalLines.Where(l => l.CategoryId == c.Id && promised.Contains(l.ApplicationId)).Sum(l => l.Claimed - l.Disallowed),
            Kept = payments.Where(d => d.CategoryId == c.Id && promised.Contains(d.ApplicationId)).Sum(d => d.Charged),
        }).ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.Category.Code, StringComparer.OrdinalIgnoreCase).Select(row => new CategoryLine
        {
            Category = row.Category,
            Currency = Currencies.All[row.CurrencyCode],
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
    private static IQueryable<WithdrawalApplication> Promised(this AppDbContext db, IQueryable<Financing> financings) => db.Withdrawals
        .Where(w => w.Procedure == WithdrawalProcedure.Commitment && (w.State == WithdrawalState.Approved || w.State == WithdrawalState.PartlyPaid)
            && financings.Any(f => f.Id == w.FinancingId && f.CurrencyCode == w.CurrencyCode));
}
