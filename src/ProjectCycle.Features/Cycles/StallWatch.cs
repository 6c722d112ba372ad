using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>A project under the stall watch.</summary>
/// <param name="Flags">Why to look at it; empty when nothing stands out.</param>
/// <param name="Stays">The completed stays in its template and stage that the person may see.</param>
public sealed record StallView(IReadOnlyList<StallFlag> Flags, StayStatistics Stays);

/// <summary>
/// Finds what has stalled. A project's days in its stage are compared with the completed stays, in the same stage of the same
/// template, of the projects the person may see: what they may not see is in no figure. A stay is the time from entering or
/// resuming a stage until the project was advanced or closed; one that ended in a hold, return or drop was not completed.
/// </summary>
public sealed class StallWatch(AppDbContext db, CurrentUser user, StallRules rules)
{
    private Dictionary<(string Template, string Stage), StayStatistics>? _stays;

    /// <summary>What the watch says of one project: two queries.</summary>
    public async Task<StallView> OfAsync(Project project, DateOnly today, CancellationToken cancellation)
    {
        var stays = await ReadAsync(project.TemplateId, project.State, cancellation);
        var own = stays.GetValueOrDefault((project.TemplateId, project.State)) ?? StallPolicy.Summarise([], rules);
        var facts = await FactsAsync([project.Id], cancellation);
        return new StallView(StallPolicy.Flags(facts[project.Id], own, rules, today), own);
    }

    /// <summary>The flags of several projects by id: two queries, the first of them once for all calls of a request.</summary>
    /// <param name="projects">Projects the person may see.</param>
    /// <param name="only">Flags of this kind alone; null for all. Only <see cref="StallKind.Slow"/> needs the first query.</param>
    /// <param name="today">Business date.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<StallFlag>>> OfAsync(
        IReadOnlyCollection<Guid> projects, StallKind? only, DateOnly today, CancellationToken cancellation)
    {
        var stays = only is null or StallKind.Slow ? await AllAsync(cancellation) : [];
        var none = StallPolicy.Summarise([], rules);
        return (await FactsAsync(projects, cancellation)).ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<StallFlag>)[.. StallPolicy
                .Flags(pair.Value, stays.GetValueOrDefault((pair.Value.TemplateId, pair.Value.State)) ?? none, rules, today)
                .Where(flag => only is null || flag.Kind == only)]);
    }

    /// <summary>Only the projects that have this flag: <see cref="StallPolicy.Flags"/> as a query.</summary>
    public async Task<IQueryable<Project>> NarrowAsync(IQueryable<Project> projects, StallKind? flag, DateOnly today, CancellationToken cancellation) => flag switch
    {
        StallKind.Slow => projects.Where(IsSlow(await AllAsync(cancellation), today)),
        StallKind.Dormant => Dormant(projects, rules.DormantSince(today)),
        StallKind.NoLetterOfIntent => Unsettled(projects, rules.ExploredSince(today)),
        _ => projects,
    };

    private IQueryable<Project> Dormant(IQueryable<Project> projects, DateOnly day)
    {
        var stages = StallPolicy.WorkingStages;
        var after = StartOf(day.AddDays(1));
        return projects.Where(p => p.Dates.SignedOn <= day && stages.Contains(p.State)
            && !db.StageMoves.Any(m => m.ProjectId == p.Id && m.On > day)
            && !db.Deadlines.Any(d => d.ProjectId == p.Id && d.DoneOn > day)
            && !db.Decisions.Any(d => d.ProjectId == p.Id && d.DecidedOn > day)
            && !db.Confirmations.Any(c => c.ProjectId == p.Id && c.ConfirmedAt >= after)
            && !db.DocumentVersions.Any(v => v.ProjectId == p.Id && v.UploadedAt >= after));
    }

    private IQueryable<Project> Unsettled(IQueryable<Project> projects, DateOnly day)
    {
        var (templates, stages) = (StallPolicy.ExplorationTemplates, StallPolicy.ExplorationStages);
        return projects.Where(p => templates.Contains(p.TemplateId) && stages.Contains(p.State)
            && db.StageMoves.Any(m => m.ProjectId == p.Id && m.On <= day)
            && !db.Documents.Any(d => d.ProjectId == p.Id && d.KindCode == StallPolicy.LetterOfIntent));
    }

    /// <summary>One alternative for each template and stage that has enough stays to compare with.</summary>
    private static Expression<Func<Project, bool>> IsSlow(Dictionary<(string Template, string Stage), StayStatistics> stays, DateOnly today)
    {
        Expression<Func<Project, bool>> slow = p => false;
        foreach (var ((template, stage), statistics) in stays.Where(pair => pair.Value.IsEnough))
        {
            var before = today.AddDays(-statistics.Limit);
            Expression<Func<Project, bool>> one = p => p.TemplateId == template && p.State == stage && p.StateSince < before;
            var renamed = new Renaming(one.Parameters[0], slow.Parameters[0]).Visit(one.Body);
            slow = Expression.Lambda<Func<Project, bool>>(Expression.OrElse(slow.Body, renamed), slow.Parameters);
        }
        return slow;
    }

    private async Task<Dictionary<(string Template, string Stage), StayStatistics>> AllAsync(CancellationToken cancellation) =>
        _stays ??= await ReadAsync(null, null, cancellation);

    /// <summary>Completed stays by template and stage, or those of one: counted by the database, one row for each length that occurs.</summary>
    private async Task<Dictionary<(string Template, string Stage), StayStatistics>> ReadAsync(string? template, string? stage, CancellationToken cancellation)
    {
        var scope = user.Scope(Rights.ViewProject);
        var moves = db.StageMoves.AsNoTracking().Where(m => m.Kind == MoveKind.Advance || m.Kind == MoveKind.Close);
        if (template is not null)
            moves = moves.Where(m => m.TemplateId == template);
        if (stage is not null)
            moves = moves.Where(m => m.From == stage);
        if (!scope.All)
            moves = moves.Join(db.Projects.Within(scope), m => m.ProjectId, p => p.Id, (m, p) => m);
        var counted = await moves.GroupBy(m => new { m.TemplateId, m.From, m.Stayed })
            .Select(g => new { g.Key.TemplateId, g.Key.From, g.Key.Stayed, Count = g.Count() })
            .ToListAsync(cancellation);
        return counted.GroupBy(c => (c.TemplateId, c.From!)).ToDictionary(
            stays => stays.Key,
            stays => StallPolicy.Summarise(stays.SelectMany(c => Enumerable.Repeat(c.Stayed!.Value, c.Count)), rules));
    }

    private async Task<Dictionary<Guid, StallFacts>> FactsAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation) =>
        await db.Projects.AsNoTracking().Where(p => projects.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.TemplateId,
                p.State,
                p.StateSince,
                p.Dates.SignedOn,
                First = db.StageMoves.Where(m => m.ProjectId == p.Id).Min(m => (DateOnly?)m.On),
                Moved = db.StageMoves.Where(m => m.ProjectId == p.Id).Max(m => (DateOnly?)m.On),
                Done = db.Deadlines.Where(d => d.ProjectId == p.Id).Max(d => d.DoneOn),
                Decided = db.Decisions.Where(d => d.ProjectId == p.Id).Max(d => (DateOnly?)d.DecidedOn),
                Confirmed = db.Confirmations.Where(c => c.ProjectId == p.Id).Max(c => (DateTime?)c.ConfirmedAt),
                Uploaded = db.DocumentVersions.Where(v => v.ProjectId == p.Id).Max(v => (DateTime?)v.UploadedAt),
                HasLetter = db.Documents.Any(d => d.ProjectId == p.Id && d.KindCode == StallPolicy.LetterOfIntent),
            })
            .ToDictionaryAsync(
                p => p.Id,
                p => new StallFacts(
                    p.TemplateId, p.State, p.StateSince, p.SignedOn, p.First ?? p.StateSince,
                    new[] { p.Moved, p.Done, p.Decided, DayOf(p.Confirmed), DayOf(p.Uploaded) }.Max(), p.HasLetter),
                cancellation);

    /// <summary>The clock of Jakarta, as in the lists, so that filter and flag mean the same day.</summary>
    private static DateOnly? DayOf(DateTime? utc) => utc is { } at ? DateOnly.FromDateTime(IndonesianZone.Wib.LocalTime(at)) : null;

    private static DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return midnight - (IndonesianZone.Wib.LocalTime(midnight) - midnight);
    }

    /// <summary>Puts one lambda's parameter in the place of another's.</summary>
    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
