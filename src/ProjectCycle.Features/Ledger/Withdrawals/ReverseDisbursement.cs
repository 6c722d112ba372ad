using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>
/// Takes back a payment that was booked wrongly, by a second row with the same amounts below zero: until the application is
/// reconciled, and once. The second row bears the first one's value date, so that every sum by period is as if neither were there;
/// where that day's books are closed, today's. The application waits for its money again, and for the notice.
/// </summary>
public sealed class ReverseDisbursement(AppDbContext db, WithdrawalBench bench, PaymentDates dates, CurrentUser user)
{
    /// <param name="disbursementId">The row to take back.</param>
    /// <param name="reason">Why; part of the history.</param>
    /// <param name="version">The version of the application the person looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<WithdrawalState>> HandleAsync(Guid disbursementId, string reason, int version, CancellationToken cancellation)
    {
        var application = await db.Disbursements.Where(d => d.Id == disbursementId).Select(d => d.ApplicationId).FirstOrDefaultAsync(cancellation);
        return await bench.OnAsync(application, Rights.BookPayment, found => ReverseAsync(found, disbursementId, reason, version, cancellation), cancellation);
    }

    private async Task<Outcome<WithdrawalState>> ReverseAsync(WithdrawalCase found, Guid disbursementId, string reason, int version, CancellationToken cancellation)
    {
        if (await db.Disbursements.FirstOrDefaultAsync(d => d.Id == disbursementId, cancellation) is not { } row)
            return Refusals.NotFound;
        var application = found.Application;
        if (application.Version != version)
            return await bench.ToldAsync(application, cancellation);
        var faults = Fields.Required(reason, "Note", max: 2000).ToList();
        if (row.ReversesId is not null || await db.Disbursements.AnyAsync(d => d.ReversesId == row.Id, cancellation))
            faults.Add(new Refusal("disbursement-reversed"));
        if (faults.Count > 0)
            return faults;

        var today = bench.Today(found);
        var on = found.Financing.IsClosedOn(row.ValueDate) ? today : row.ValueDate;
        db.Add(row.Reversed(on, user.Id, bench.Now));
        var sums = await bench.SumsAsync(application.Id, cancellation);
        var facts = bench.Facts(sums) with { Paid = sums.Sum(s => s.Paid) - row.Paid };
        if (bench.Fire(found, facts.Paid == 0 ? WithdrawalStep.ReverseAll : WithdrawalStep.ReversePart, facts, on > application.StateSince ? on : application.StateSince, reason) is { Succeeded: false } refused)
            return refused.Refusals.ToList();
        await dates.ReversedAsync(row, cancellation);
        var saved = await bench.SaveAsync(application, version, cancellation);
        return saved.Succeeded ? application.State : saved.Refusals.ToList();
    }
}
