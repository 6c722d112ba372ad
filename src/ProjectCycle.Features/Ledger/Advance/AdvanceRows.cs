using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>Which rows of the ledger an advance account is made of.</summary>
internal static class AdvanceRows
{
    /// <summary>Payments of the donor into the account: advances, and what filled it up.</summary>
    public static IQueryable<Disbursement> OfAdvance(this IQueryable<Disbursement> payments, AppDbContext db, AdvanceAccount account) => payments.Where(d =>
        d.FinancingId == account.FinancingId && d.CurrencyCode == account.CurrencyCode
        && db.Withdrawals.Any(w => w.Id == d.ApplicationId && (w.Procedure == WithdrawalProcedure.Advance || w.Procedure == WithdrawalProcedure.Liquidation)));

    /// <summary>Applications that account for what was paid from it and had been sent by a day.</summary>
    public static IQueryable<WithdrawalApplication> Liquidations(this IQueryable<WithdrawalApplication> applications, AdvanceAccount account, DateOnly day) => applications.Living().Where(w =>
        w.FinancingId == account.FinancingId && w.Procedure == WithdrawalProcedure.Liquidation && w.CurrencyCode == account.CurrencyCode
        && w.SubmittedOn != null && w.SubmittedOn <= day);
}
