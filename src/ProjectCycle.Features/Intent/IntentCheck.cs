using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Intent;

/// <summary>How letters of intent and cooperation plans stand.</summary>
public sealed class IntentCheck(AppDbContext db) : IWorkCheck
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Parts { get; } = [WorkParts.LetterOfIntent, WorkParts.CooperationPlan];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = new List<WorkStatus>();
        if (parts.Contains(WorkParts.LetterOfIntent))
            statuses.AddRange(await LettersAsync(projects, cancellation));
        if (parts.Contains(WorkParts.CooperationPlan))
            statuses.AddRange(await PlansAsync(projects, cancellation));
        return statuses;
    }

    private async Task<IEnumerable<WorkStatus>> LettersAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var letters = await db.LettersOfIntent.AsNoTracking().Where(letter => projects.Contains(letter.ProjectId)).ToListAsync(cancellation);
        return letters.Select(letter => new WorkStatus(letter.ProjectId, WorkParts.LetterOfIntent, 1, letter.Missing().Count == 0));
    }

    private async Task<IEnumerable<WorkStatus>> PlansAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var rows = await db.Projects.AsNoTracking().Where(project => projects.Contains(project.Id))
            .Select(project => new
            {
                project.Id,
                Plan = db.CooperationPlans.FirstOrDefault(plan => plan.ProjectId == project.Id),
                Fields = db.CooperationFields.Where(field => field.ProjectId == project.Id).ToList(),
            })
            .Where(row => row.Plan != null || db.CooperationFields.Any(field => field.ProjectId == row.Id))
            .ToListAsync(cancellation);
        return rows.Select(row => new WorkStatus(
            row.Id, WorkParts.CooperationPlan, row.Fields.Count + (row.Plan is null ? 0 : 1), CooperationPlan.IsComplete(row.Plan, row.Fields)));
    }
}
