using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Background;

/// <summary>Gives parked messages another round of tries.</summary>
public sealed class RetryMessage(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>One message.</summary>
    public async Task<Outcome<Done>> HandleAsync(Guid id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.RetryBackground))
            return Refusals.NotAllowed;
        return await ReleaseAsync(db.Outbox.Where(m => m.Id == id), cancellation) == 0 ? Refusals.NotFound : default(Done);
    }

    /// <summary>All of them, for when the cause was one and is mended, such as a mail server that was away for a weekend.</summary>
    /// <returns>How many.</returns>
    public async Task<Outcome<int>> AllAsync(CancellationToken cancellation)
    {
        if (!user.Can(Rights.RetryBackground))
            return Refusals.NotAllowed;
        return await ReleaseAsync(db.Outbox, cancellation);
    }

    private async Task<int> ReleaseAsync(IQueryable<OutboxMessage> messages, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var parked = messages.Where(m => m.State == OutboxState.Parked);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await OweMailAsync(parked, cancellation);
        var released = await parked.ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, OutboxState.Pending)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.DueAt, now)
                .SetProperty(m => m.FinishedAt, (DateTime?)null),
            cancellation);
        await transaction.CommitAsync(cancellation);
        return released;
    }

    /// <summary>A mail was given up with its message.</summary>
    private Task<int> OweMailAsync(IQueryable<OutboxMessage> parked, CancellationToken cancellation) =>
        db.Mails
            .Where(mail => mail.State == MailState.Failed && parked.Any(m => m.Kind == OutboxKinds.SendMail && m.SubjectId == mail.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, MailState.Owed), cancellation);
}
