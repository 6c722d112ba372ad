using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Features.Deadlines;

/// <summary>
/// Adds the next deadlines of recurring rules before the list of a project runs out of them. Safe to run at any time and on several
/// nodes at once: the database lets each deadline begin once.
/// </summary>
public sealed class ExtendDeadlines(IServiceScopeFactory scopes, TemplateCatalog templates, TimeProvider clock, ILogger<ExtendDeadlines> logger)
{
    /// <summary>A project is looked at again when its last recurring deadline is nearer than this.</summary>
    private const int MonthsLeft = 9;

    /// <summary>How many deadlines began, and how many projects could not be looked at.</summary>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await templates.RefreshAsync(cancellation);
        var (begun, failed) = (0, 0);
        foreach (var template in templates.All.Where(t => t.Stages.Any(stage => stage.Deadlines.Any(rule => rule.Recurrence is not null))))
        {
            foreach (var project in await RunningOutAsync(template, cancellation))
            {
                if (await ExtendAsync(project, template, cancellation) is { } added)
                    begun += added;
                else
                    failed++;
            }
        }
        return FormattableString.Invariant($"{begun} begun, {failed} failed");
    }

    private async Task<IReadOnlyList<Guid>> RunningOutAsync(CycleTemplate template, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var limit = IndonesianZone.Wib.Today(clock).AddMonths(MonthsLeft);
        var ended = template.States.Where(s => s.Kind is StateKind.Closed or StateKind.Dropped).Select(s => s.Code).ToList();
        return await db.Projects
            .Where(p => p.TemplateId == template.Id && p.TemplateVersion == template.Version && !ended.Contains(p.State))
            .Where(p => !db.OpenDeadlines.Any(d => d.ProjectId == p.Id && d.DueOn >= limit && d.Occurrence != ""))
            .Select(p => p.Id).ToListAsync(cancellation);
    }

    /// <summary>One project's trouble keeps no other from its deadlines; null when it has to wait for the next night.</summary>
    private async Task<int?> ExtendAsync(Guid id, CycleTemplate template, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var project = await db.Projects.FirstAsync(p => p.Id == id, cancellation);
            var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
            var changes = await scope.ServiceProvider.GetRequiredService<DatedDeadlines>().FollowAsync(project, template, unit, cancellation);
            await db.SaveChangesAsync(cancellation);
            return changes.Count(change => change.Was is null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The recurring deadlines of project {ProjectId} could not be extended", id);
            return null;
        }
    }
}
