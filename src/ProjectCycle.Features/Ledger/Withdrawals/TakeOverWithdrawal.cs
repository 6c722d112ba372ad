using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>
/// Takes a draft over as sent: it was signed on paper and went to the donor before the project was registered here, so that nobody
/// could sign it here. Whatever was sent since goes the whole way, with both signatories.
/// </summary>
public sealed class TakeOverWithdrawal(AppDbContext db, WithdrawalBench bench)
{
    /// <param name="applicationId">The draft, with its lines.</param>
    /// <param name="sentOn">The day it went to the donor.</param>
    /// <param name="note">Where that was read; part of the history.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Outcome<WithdrawalState>> HandleAsync(Guid applicationId, DateOnly sentOn, string note, CancellationToken cancellation) =>
        bench.OnAsync(applicationId, Rights.SubmitWithdrawal, found => TakeOverAsync(found, sentOn, note, cancellation), cancellation);

    private async Task<Outcome<WithdrawalState>> TakeOverAsync(WithdrawalCase found, DateOnly sentOn, string note, CancellationToken cancellation)
    {
        var (application, _, place) = found;
        var registeredAt = await db.Projects.Where(p => p.Id == place.Id).Select(p => p.RegisteredAt).FirstAsync(cancellation);
        var isFromBefore = sentOn < DateOnly.FromDateTime(place.Zone.LocalTime(registeredAt));
        var facts = bench.Facts(await bench.SumsAsync(application.Id, cancellation)) with { IsFromBefore = isFromBefore };
        if (bench.Fire(found, WithdrawalStep.TakeOver, facts, sentOn, note) is { Succeeded: false } refused)
            return refused.Refusals.ToList();
        var saved = await bench.SaveAsync(application, application.Version, cancellation);
        return saved.Succeeded ? application.State : saved.Refusals.ToList();
    }
}
