using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Background;
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
        var changed = await db.Outbox.Where(m => m.Id == id && m.State == OutboxState.Parked).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, OutboxState.Pending)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.DueAt, now)
                .SetProperty(m => m.FinishedAt, (DateTime?)null),
            cancellation);
        return changed == 0 ? Refusals.NotFound : default(Done);
    }
}
