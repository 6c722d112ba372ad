using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Audit;

namespace ProjectCycle.Features.Cycles;

/// <summary>Tells who was first when two people settle the same request.</summary>
internal static class SettledRequests
{
    /// <summary>Saves; a lost race for the request is told with who settled it.</summary>
    public static async Task<Outcome<Done>> SaveOrTellWhoSettledAsync(this AppDbContext db, Guid requestId, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return default(Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await db.ToldWhoSettledAsync(requestId, cancellation);
        }
    }

    /// <summary>The refusal that names who answered or withdrew the request, and when.</summary>
    public static async Task<Refusal> ToldWhoSettledAsync(this AppDbContext db, Guid requestId, CancellationToken cancellation)
    {
        var last = await db.ToldWhoWasFirstAsync(nameof(DecisionRequest), requestId, cancellation);
        return new Refusal("request-settled", null, last.Args);
    }
}
