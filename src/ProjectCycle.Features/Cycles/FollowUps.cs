using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>A condition of an approval with the decision it belongs to.</summary>
/// <param name="MetBy">Who marked it met; null while open.</param>
public sealed record FollowUp(DecisionCondition Condition, string AuthorityCode, string LetterNumber, DateOnly DecidedOn, string? MetBy)
{
    /// <summary>Days until it is due, negative when late; null when it is met or has no date.</summary>
    public int? DaysLeft(DateOnly today) => Condition is { IsOpen: true, DueOn: { } due } ? due.DayNumber - today.DayNumber : null;
}

/// <summary>What approvals with conditions still ask of a project.</summary>
public sealed class FollowUps(AppDbContext db, CurrentUser user)
{
    /// <summary>All of a project the person may see, open ones first, the most urgent on top: one query.</summary>
    public async Task<IReadOnlyList<FollowUp>> OfProjectAsync(Guid projectId, CancellationToken cancellation)
    {
        var rows = await db.DecisionConditions.AsNoTracking()
            .Where(c => c.ProjectId == projectId && db.Projects.Within(user.Scope(Rights.ViewProject)).Any(p => p.Id == c.ProjectId))
            .Join(db.Decisions, c => c.DecisionId, d => d.Id, (c, d) => new
            {
                Condition = c,
                Decision = d,
                MetBy = db.Users.Where(u => u.Id == c.DoneById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return [.. rows
            .OrderBy(x => x.Condition.DoneOn is null ? 0 : 1)
            .ThenBy(x => x.Condition.DueOn ?? DateOnly.MaxValue)
            .ThenBy(x => x.Decision.DecidedOn).ThenBy(x => x.Condition.Number)
            .Select(x => new FollowUp(x.Condition, x.Decision.AuthorityCode, x.Decision.LetterNumber, x.Decision.DecidedOn, x.MetBy))];
    }
}
