using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Background;

/// <summary>Gives a parked message another round of tries.</summary>
public sealed class RetryMessage(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.RetryBackground))
            return Refusals.NotAllowed;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = await db.Outbox.Where(m => m.Id == id && m.State == OutboxState.Parked).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, OutboxState.Pending)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.DueAt, now)
                .SetProperty(m => m.FinishedAt, (DateTime?)null),
            cancellation);
        if (changed > 0)
            await OweMailAsync(id, cancellation);
        await transaction.CommitAsync(cancellation);
        return changed == 0 ? Refusals.NotFound : default(Done);
    }
    /// <summary>A mail was given up with its message.</summary>
    private Task<int> OweMailAsync(Guid messageId, CancellationToken cancellation) =>
        db.Mails
            .Where(mail => mail.State == MailState.Failed && db.Outbox.Any(m => m.Id == messageId && m.Kind == OutboxKinds.SendMail && m.SubjectId == mail.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, MailState.Owed), cancellation);
}
