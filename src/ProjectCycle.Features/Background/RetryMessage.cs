using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Background;
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
        return await messages.Where(m => m.State == OutboxState.Parked).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, OutboxState.Pending)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.DueAt, now)
                .SetProperty(m => m.FinishedAt, (DateTime?)null),
            cancellation);
    }
}
