using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Matchmaking;

/// <summary>The search is complete when a candidate is chosen; what makes one fit to be chosen was asked then.</summary>
public sealed class MatchmakingCheck(AppDbContext db) : IWorkCheck
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Parts { get; } = [WorkParts.Matchmaking];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var rows = await db.PartnerCandidates.Where(candidate => projects.Contains(candidate.ProjectId))
            .GroupBy(candidate => candidate.ProjectId)
            .Select(group => new { Project = group.Key, Count = group.Count(), IsChosen = db.PartnerChoices.Any(choice => choice.ProjectId == group.Key) })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new WorkStatus(row.Project, WorkParts.Matchmaking, row.Count, row.IsChosen))];
    }
}
