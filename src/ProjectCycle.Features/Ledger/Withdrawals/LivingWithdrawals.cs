using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>Leaves out what was rejected or cancelled: its claims do not count.</summary>
internal static class LivingWithdrawals
{
    /// <summary>As <see cref="WithdrawalApplication.IsLiving"/> says it.</summary>
    public static IQueryable<WithdrawalApplication> Living(this IQueryable<WithdrawalApplication> applications) =>
        applications.Where(a => a.State != WithdrawalState.Rejected && a.State != WithdrawalState.Cancelled);

    /// <summary>The lines of living applications.</summary>
    public static IQueryable<WithdrawalLine> LivingLines(this AppDbContext db)
    {
        var living = db.Withdrawals.Living();
        return db.WithdrawalLines.Where(l => living.Any(a => a.Id == l.ApplicationId));
    }
}
