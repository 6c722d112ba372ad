using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Appraisal;

/// <summary>Reads the parts of a project's appraisal, of projects the person may see: one query for each part, two for components.</summary>
public sealed class AppraisalQueries(AppDbContext db, CurrentUser user)
{
    /// <summary>One row of a part for its form; null when it is not one of this project.</summary>
    public Task<T?> RowAsync<T>(Guid id, Guid projectId, CancellationToken cancellation)
        where T : class, IProjectWork =>
        Of<T>(projectId).FirstOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Components by number, each with its activities.</summary>
    public async Task<IReadOnlyList<ComponentLine>> ComponentsAsync(Guid projectId, CancellationToken cancellation)
    {
        var components = await Of<ProjectComponent>(projectId).OrderBy(c => c.Number).ThenBy(c => c.Id).ToListAsync(cancellation);
        var activities = (await Of<ProjectActivity>(projectId)
            .OrderBy(a => a.StartsOn ?? DateOnly.MaxValue).ThenBy(a => a.Id).ToListAsync(cancellation)).ToLookup(a => a.ComponentId);
        return [.. components.Select(component => new ComponentLine(component, [.. activities[component.Id]]))];
    }

    /// <summary>Positions, the head first.</summary>
    public async Task<IReadOnlyList<PositionLine>> PositionsAsync(Guid projectId, CancellationToken cancellation)
    {
        var lines = await Of<UnitPosition>(projectId)
            .Select(p => new PositionLine(p, p.PersonName != "" ? p.PersonName : db.Users.Where(u => u.Id == p.PersonId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellation);
        return [.. lines.OrderBy(line => line.Position.Kind).ThenBy(line => line.Position.Id)];
    }

    /// <summary>Risks, the heaviest first and closed ones last.</summary>
    public async Task<IReadOnlyList<RiskLine>> RisksAsync(Guid projectId, CancellationToken cancellation)
    {
        var rows = await Of<ProjectRisk>(projectId)
            .OrderBy(r => r.IsClosed).ThenByDescending(r => r.Likelihood * r.Impact).ThenByDescending(r => r.Impact).ThenBy(r => r.Id)
            .Select(r => new { Risk = r, Owner = db.Users.Where(u => u.Id == r.OwnerId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new RiskLine(row.Risk, row.Owner, ReferenceData.Obstacles.GetValueOrDefault(row.Risk.ObstacleCode)?.Name))];
    }

    /// <summary>Steps by number, then the channels for complaints.</summary>
    public async Task<IReadOnlyList<ProblemStep>> StepsAsync(Guid projectId, CancellationToken cancellation) =>
        await Of<ProblemStep>(projectId).OrderBy(s => s.IsForComplaints).ThenBy(s => s.Number).ThenBy(s => s.Id).ToListAsync(cancellation);

    /// <summary>Legal drafts, the first due first.</summary>
    public async Task<IReadOnlyList<DraftLine>> DraftsAsync(Guid projectId, CancellationToken cancellation) =>
        await Of<LegalDraft>(projectId)
            .OrderBy(d => d.DueOn ?? DateOnly.MaxValue).ThenBy(d => d.Id)
            .Select(d => new DraftLine(
                d,
                db.Users.Where(u => u.Id == d.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Documents.Where(x => x.Id == d.DocumentId).Select(x => x.Title).FirstOrDefault(),
                db.DocumentVersions.Where(v => v.DocumentId == d.DocumentId).OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefault()))
            .ToListAsync(cancellation);

    private IQueryable<T> Of<T>(Guid projectId)
        where T : class, IProjectWork =>
        db.Set<T>().AsNoTracking().Where(row => row.ProjectId == projectId && db.Projects.Within(user.Scope(Rights.ViewProject)).Any(p => p.Id == row.ProjectId));
}
