using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Projects;

/// <summary>A partner of a project with its part.</summary>
public sealed record PartnerPart(Guid PartnerId, string Name, PartnerKind Kind, PartnerRole Role);

/// <summary>A project with all that its header strip and stage pipeline show.</summary>
public sealed record ProjectView
{
    public required Project Project { get; init; }
    public required CycleTemplate Template { get; init; }
    public required Unit Unit { get; init; }
    public required string? OwnerName { get; init; }
    public required Agreement? Agreement { get; init; }
    public required IReadOnlyList<PartnerPart> Partners { get; init; }
    public required DateOnly? NextDueOn { get; init; }

    /// <summary>The six chips.</summary>
    public required IReadOnlyList<StageChip> Pipeline { get; init; }

    /// <summary>The unit's business date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>All agreements it runs under.</summary>
    public IEnumerable<Guid> AgreementIds => Project.Financings.Select(f => f.AgreementId).Concat(Agreement is { } leading ? [leading.Id] : []);

    public CycleState State => Template.State(Project.State);

    /// <summary>Null once the project has ended.</summary>
    public ProjectHealth? Health => State.Kind is StateKind.Stage or StateKind.Held
        ? ProjectHealth.Of(Today, NextDueOn, Project.DaysInState(Today), State.ExpectedDays)
        : null;
}

/// <summary>One chip of the stage pipeline.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="IsCurrent">The project is in it, or was when it was put on hold.</param>
/// <param name="DoneOn">The day it was left for a later one; null while ahead or current.</param>
public sealed record StageChip(CycleState Stage, bool IsCurrent, DateOnly? DoneOn);

/// <summary>Reads one project for its page.</summary>
public sealed class ProjectPage(AppDbContext db, CurrentUser user, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>The project, or null when it is not there or not for this person.</summary>
    public async Task<ProjectView?> FindAsync(string code, CancellationToken cancellation)
    {
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.ViewProject))
            .Include(p => p.Partners).Include(p => p.Amounts).Include(p => p.Financings).AsSingleQuery() // a handful of rows: one query costs less than three
            .FirstOrDefaultAsync(p => p.Code == code, cancellation);
        if (project is null)
            return null;
        var around = await db.Units.AsNoTracking().Where(u => u.Id == project.UnitId)
            .Select(u => new
            {
                Unit = u,
                Owner = db.Users.Where(o => o.Id == project.OwnerId).Select(o => o.DisplayName).FirstOrDefault(),
                NextDueOn = db.OpenDeadlines.Where(d => d.ProjectId == project.Id).Min(d => (DateOnly?)d.DueOn),
            })
            .FirstAsync(cancellation);
        var agreement = project.AgreementId is null ? null : await db.Agreements.AsNoTracking().FirstAsync(a => a.Id == project.AgreementId, cancellation);
        var partnerIds = project.Partners.Select(p => p.PartnerId).ToList();
        var partners = await db.Partners.AsNoTracking().Where(p => partnerIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var leftOn = await db.StageMoves.Where(m => m.ProjectId == project.Id && m.From != null)
            .GroupBy(m => m.From!).Select(g => new { Stage = g.Key, On = g.Max(m => m.On) }).ToDictionaryAsync(g => g.Stage, g => g.On, cancellation);
        var template = templates.Get(project.TemplateId, project.TemplateVersion);
        return new ProjectView
        {
            Project = project,
            Template = template,
            Unit = around.Unit,
            OwnerName = around.Owner,
            Agreement = agreement,
            Partners = [.. project.Partners.OrderBy(p => p.PartnerId == project.LeadPartnerId ? 0 : 1).ThenBy(p => p.Role)
                .Select(p => new PartnerPart(p.PartnerId, partners[p.PartnerId].DisplayName, partners[p.PartnerId].Kind, p.Role))],
            NextDueOn = around.NextDueOn,
            Pipeline = Pipeline(project, template, leftOn),
            Today = around.Unit.Zone.Today(clock),
        };
    }

    /// <summary>A stage before the present one is done on the day it was last left; the present and later ones are not.</summary>
    private static List<StageChip> Pipeline(Project project, CycleTemplate template, Dictionary<string, DateOnly> leftOn)
    {
        var isDone = template.State(project.State).Kind == StateKind.Closed;
        var at = project.StageIn(template);
        return [.. template.Stages.Select(stage => new StageChip(
            stage,
            IsCurrent: !isDone && stage.Code == at,
            DoneOn: isDone || template.IsEarlier(stage.Code, at) ? leftOn.TryGetValue(stage.Code, out var on) ? on : null : null))];
    }
}
