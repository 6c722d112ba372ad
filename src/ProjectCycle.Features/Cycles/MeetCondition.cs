using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>Marks a condition of an approval met, or open again. Who keeps the deadlines keeps these too.</summary>
public sealed class MeetCondition(AppDbContext db, CurrentUser user, ItemDeadlines deadlines, TimeProvider clock)
{
    /// <summary>Met on the unit's business date.</summary>
    public async Task<Outcome<Done>> HandleAsync(Guid id, bool met, string note, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditDeadline))
            return Refusals.NotAllowed;
        var found = await db.DecisionConditions
            .Join(db.Projects.Within(user.Scope(Rights.EditDeadline)), c => c.ProjectId, p => p.Id, (c, p) => new { Condition = c, p.UnitId, p.State })
            .FirstOrDefaultAsync(x => x.Condition.Id == id, cancellation);
        if (found is null)
            return Refusals.NotFound;
        if (Fields.Text(note, "Note", max: 1000).ToList() is { Count: > 0 } faults)
            return faults;
        var zone = await db.Units.Where(u => u.Id == found.UnitId).Select(u => u.Zone).FirstAsync(cancellation);
        if (met)
            found.Condition.Meet(zone.Today(clock), user.Id, note.Trim());
        else
            found.Condition.Reopen();
        await deadlines.FollowAsync(found.Condition, Deadline.FollowUps, found.State, cancellation);
        db.Expect(found.Condition, version);
        return await db.SaveOrTellAsync(nameof(DecisionCondition), id, cancellation);
    }
}
