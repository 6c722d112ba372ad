using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>What rows of a negotiation may point at: rounds of their own project.</summary>
internal static class NegotiationRows
{
    public static Task<bool> IsRoundOfAsync(this AppDbContext db, Guid round, WorkPlace place, CancellationToken cancellation) =>
        db.NegotiationRounds.AnyAsync(r => r.Id == round && r.ProjectId == place.Id, cancellation);
}
