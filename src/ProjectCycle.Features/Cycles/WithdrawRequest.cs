using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>Takes a request for a decision back.</summary>
public sealed class WithdrawRequest(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Open to who asked and to managers; a request that is settled meanwhile is told with who settled it.</summary>
    public async Task<Outcome<Done>> HandleAsync(Guid requestId, CancellationToken cancellation)
    {
        if (!user.Can(Rights.RequestDecision))
            return Refusals.NotAllowed;
        var projects = db.Projects.Within(user.Scope(Rights.RequestDecision));
        var request = await db.DecisionRequests.FirstOrDefaultAsync(r => r.Id == requestId && projects.Any(p => p.Id == r.ProjectId), cancellation);
        if (request is null)
            return Refusals.NotFound;
        if (request.AskedById != user.Id && !user.Roles.Contains(Role.Manager))
            return Refusals.NotAllowed;
        if (!request.IsOpen)
            return await db.ToldWhoSettledAsync(request.Id, cancellation);
        request.Withdraw(clock.GetUtcNow().UtcDateTime);
        return await db.SaveOrTellWhoSettledAsync(request.Id, cancellation);
    }
}
