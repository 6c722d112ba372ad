using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Projects;

/// <summary>One row of the project list.</summary>
public sealed record ProjectRow
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required string State { get; init; }
    public required string TemplateId { get; init; }
    public required int TemplateVersion { get; init; }
    public required DateOnly StateSince { get; init; }
    public required string? Partner { get; init; }
    public required string? Owner { get; init; }
    public required IndonesianZone Zone { get; init; }
    public required DateOnly? NextDueOn { get; init; }

    /// <summary>Full days in its state.</summary>
    public int Days { get; init; }

    /// <summary>Null for a project that has ended.</summary>
    public ProjectHealth? Health { get; init; }

    /// <summary>The flag of the stall watch that the list is narrowed to; empty when it is not.</summary>
    public IReadOnlyList<StallFlag> Flags { get; init; } = [];
}

/// <summary>The project list: three queries, or at most five when narrowed to a flag, whatever the number of projects.</summary>
public sealed class ProjectList(AppDbContext db, CurrentUser user, TemplateCatalog templates, StallWatch stall, TimeProvider clock)
{
    /// <summary>The page that <paramref name="filter"/> asks for; the last one when it asks for more than there are.</summary>
    public async Task<Paged<ProjectRow>> PageAsync(ProjectListFilter filter, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var projects = await stall.NarrowAsync(db.Filtered(filter, user.Scope(Rights.ViewProject), today), filter.Flag, today, cancellation);
        var total = await projects.CountAsync(cancellation);
        var page = Paging.Shown(filter.Page, filter.PageSize, total);
        // The ids first: SQLite would look up partner, owner and next deadline of every row before it sorts them.
        var ids = await projects.Ordered(db, filter, user.Language)
            .Skip((page - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(p => p.Id).ToListAsync(cancellation);
        var rows = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new ProjectRow
            {
                Id = p.Id,
                Code = p.Code,
                Name = p.Name,
                State = p.State,
                TemplateId = p.TemplateId,
                TemplateVersion = p.TemplateVersion,
                StateSince = p.StateSince,
                Partner = db.Partners.Where(x => x.Id == p.LeadPartnerId).Select(x => x.ShortName != "" ? x.ShortName : x.Name).FirstOrDefault(),
                Owner = db.Users.Where(u => u.Id == p.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                Zone = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Zone).First(),
                NextDueOn = db.OpenDeadlines.Where(d => d.ProjectId == p.Id).Min(d => (DateOnly?)d.DueOn),
            })
            .ToDictionaryAsync(row => row.Id, cancellation);
        var flags = filter.Flag is null ? null : await stall.OfAsync(ids, filter.Flag, today, cancellation);
        return new Paged<ProjectRow>(
            [.. ids.Where(rows.ContainsKey).Select(id => WithHealth(rows[id]) with { Flags = flags?.GetValueOrDefault(id) ?? [] })], total, page, filter.PageSize);
    }

    private ProjectRow WithHealth(ProjectRow row)
    {
        var today = row.Zone.Today(clock);
        var state = templates.Get(row.TemplateId, row.TemplateVersion).State(row.State);
        var days = Math.Max(0, today.DayNumber - row.StateSince.DayNumber);
        return row with
        {
            Days = days,
            Health = state.Kind is StateKind.Stage or StateKind.Held ? ProjectHealth.Of(today, row.NextDueOn, days, state.ExpectedDays) : null,
        };
    }
}
