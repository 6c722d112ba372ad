using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Cycles;

/// <summary>Loads what gates may count on, for one project or for many at once: three queries either way, and one for each part of the work that their gates ask for.</summary>
public sealed class GateFactsQuery(AppDbContext db, TemplateCatalog templates, WorkOverview work)
{
    /// <summary>The facts of one project.</summary>
    public async Task<GateFacts> ForAsync(Project project, DateOnly today, CancellationToken cancellation) =>
        (await ForAsync([project], today, cancellation))[project.Id];

    /// <summary>The facts of one project on which the gates of another version of its template may count as well.</summary>
    public async Task<GateFacts> ForAsync(Project project, CycleTemplate other, DateOnly today, CancellationToken cancellation) =>
        (await ForAsync([project], [TemplateOf(project), other], today, cancellation))[project.Id];

    /// <summary>The facts of <paramref name="projects"/> by id; partners and amounts must be loaded with them.</summary>
    public Task<IReadOnlyDictionary<Guid, GateFacts>> ForAsync(IReadOnlyList<Project> projects, DateOnly today, CancellationToken cancellation) =>
        ForAsync(projects, projects.Select(TemplateOf).DistinctBy(template => (template.Id, template.Version)), today, cancellation);

    private CycleTemplate TemplateOf(Project project) => templates.Get(project.TemplateId, project.TemplateVersion);

    private async Task<IReadOnlyDictionary<Guid, GateFacts>> ForAsync(
        IReadOnlyList<Project> projects, IEnumerable<CycleTemplate> asking, DateOnly today, CancellationToken cancellation)
    {
        var ids = projects.Select(p => p.Id).ToList();
        var documents = (await db.Documents.AsNoTracking().Where(d => ids.Contains(d.ProjectId))
            .Select(d => new { d.ProjectId, Code = d.KindCode }).Distinct().ToListAsync(cancellation)).ToLookup(d => d.ProjectId, d => d.Code);
        var items = (await db.Confirmations.AsNoTracking().Where(c => ids.Contains(c.ProjectId))
            .Select(c => new { c.ProjectId, Code = c.ItemCode }).ToListAsync(cancellation)).ToLookup(c => c.ProjectId, c => c.Code);
        var decisions = (await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.ProjectId)).ToListAsync(cancellation)).ToLookup(d => d.ProjectId);
        var complete = await work.CompleteAsync(ids, asking, cancellation);
        return projects.ToDictionary(p => p.Id, p => new GateFacts(
            documents[p.Id].ToHashSet(),
            items[p.Id].ToHashSet(),
            Latest(decisions[p.Id]).Where(d => d.Approves).Select(d => d.AuthorityCode).ToHashSet(),
            p.FilledFields(),
            p.Dates.Known,
            complete[p.Id].ToHashSet(),
            today));
    }

    /// <summary>The latest decision of each authority: by the day it was taken, then by the moment it was recorded.</summary>
    public static IEnumerable<Decision> Latest(IEnumerable<Decision> decisions) =>
        decisions.GroupBy(d => d.AuthorityCode).Select(group => group.OrderBy(d => d.DecidedOn).ThenBy(d => d.RecordedAt).Last());
}
