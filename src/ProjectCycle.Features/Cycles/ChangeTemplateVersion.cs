using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Cycles;

/// <summary>A move to another version of its template that somebody asks for.</summary>
public sealed record VersionRequest
{
    public required string ProjectCode { get; init; }
    public required int ToVersion { get; init; }

    /// <summary>The row version of the project the person looked at.</summary>
    public required int Version { get; init; }

    public required string Reason { get; init; }
}

/// <summary>What moving to another version means for a project: the gate, the deadlines, the evidence.</summary>
public sealed record VersionChangeView
{
    /// <summary>The gate ahead before and after.</summary>
    public required VersionPreview Preview { get; init; }

    /// <summary>Deadlines that would start: of rules that the present version does not have in this stage.</summary>
    public required IReadOnlyList<Deadline> WouldStart { get; init; }

    /// <summary>Deadlines that would have been due before today: they are not started.</summary>
    public required IReadOnlyList<Deadline> Past { get; init; }

    /// <summary>Open deadlines, which stay as they are.</summary>
    public required IReadOnlyList<Deadline> Remain { get; init; }

    /// <summary>Kinds of papers, confirmations and decisions on record that the other version does not know: kept, but asked for nowhere.</summary>
    public required IReadOnlyList<LocalText> Unasked { get; init; }
}

/// <summary>
/// Moves a running project to another version of its own template, newer or older: previewed, with a reason, on record. Papers,
/// confirmations, decisions and open deadlines all stay; only what the gates count and what may start changes.
/// </summary>
public sealed class ChangeTemplateVersion(
    AppDbContext db, CurrentUser user, TemplateCatalog templates, GateFactsQuery gateFacts, StageDeadlines deadlines, DatedDeadlines dated, TimeProvider clock)
{
    /// <summary>What the change would mean; stores nothing. For whoever may see the project.</summary>
    /// <param name="view">The project.</param>
    /// <param name="toVersion">A version of its template; an unknown one gives null.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<VersionChangeView?> PreviewAsync(ProjectView view, int toVersion, CancellationToken cancellation)
    {
        var project = view.Project;
        if (templates.Find(project.TemplateId, toVersion) is not { } to)
            return null;
        var preview = await PreviewAsync(project, to, view.Today, cancellation);
        var starting = preview.Refusals.Count == 0
            ? await StartingAsync(project, preview, view.Unit, cancellation)
            : [];
        IReadOnlyList<Deadline> dates = preview.Refusals.Count == 0 ? await dated.PreviewAsync(project, to, project.State, view.Unit, project.StateSince, cancellation) : [];
        return new VersionChangeView
        {
            Preview = preview,
            WouldStart = [.. starting.Where(d => d.DueOn >= view.Today), .. dates],
            Past = [.. starting.Where(d => d.DueOn < view.Today)],
            Remain = await db.OpenDeadlines.AsNoTracking().Where(d => d.ProjectId == project.Id).OrderBy(d => d.DueOn).ToListAsync(cancellation),
            Unasked = await UnaskedAsync(project, preview, cancellation),
        };
    }

    /// <summary>Moves the project, or says why not.</summary>
    public async Task<Outcome<Done>> HandleAsync(VersionRequest request, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ChangeTemplate))
            return Refusals.NotAllowed;
        var project = await db.Projects.Within(user.Scope(Rights.ChangeTemplate))
            .Include(p => p.Partners).Include(p => p.Amounts).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Code == request.ProjectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        if (Fields.Required(request.Reason, nameof(request.Reason), max: 2000).ToList() is { Count: > 0 } faults)
            return faults;
        if (project.Version != request.Version)
            return await db.ToldWhoWasFirstAsync(nameof(Project), project.Id, cancellation);
        await templates.RefreshAsync(cancellation);
        if (templates.Find(project.TemplateId, request.ToVersion) is not { } to)
            return new Refusal("version-unknown", null, request.ToVersion);

        var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
        var today = unit.Zone.Today(clock);
        var preview = await PreviewAsync(project, to, today, cancellation);
        if (preview.Refusals.Count > 0)
            return preview.Refusals.ToList();

        await RecordAsync(request, project, preview, unit, today, cancellation);
        db.Expect(project, request.Version);
        return await db.SaveOrTellAsync(nameof(Project), project.Id, cancellation);
    }

    private async Task<VersionPreview> PreviewAsync(Project project, CycleTemplate to, DateOnly today, CancellationToken cancellation)
    {
        var facts = await gateFacts.ForAsync(project, to, today, cancellation);
        var preview = VersionPreview.Of(templates.Get(project.TemplateId, project.TemplateVersion), to, project, facts);
        return preview.Refusals.Count == 0 && templates.Now.Retired.Contains((to.Id, to.Version))
            ? preview with { Refusals = [new Refusal("version-retired", null, to.Version)] }
            : preview;
    }

    private async Task RecordAsync(
        VersionRequest request, Project project, VersionPreview preview, Unit unit, DateOnly today, CancellationToken cancellation)
    {
        var starting = await StartingAsync(project, preview, unit, cancellation);
        db.AddRange(starting.Where(d => d.DueOn >= today));
        db.Add(new TemplateChange
        {
            ProjectId = project.Id,
            FromVersion = preview.From.Version,
            ToVersion = preview.To.Version,
            On = today,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            ChangedById = user.Id,
            Reason = request.Reason.Trim(),
            Gate = preview.After?.ToJson() ?? "[]",
        });
        project.PinTo(preview.To);
        await dated.FollowAsync(project, preview.To, unit, cancellation);
    }

    /// <summary>Counted from the day the project entered its stage, as if the rule had been there then; what ran or was done before does not start anew.</summary>
    private async Task<IReadOnlyList<Deadline>> StartingAsync(Project project, VersionPreview preview, Unit unit, CancellationToken cancellation)
    {
        var added = VersionPreview.AddedRules(preview.From, preview.To, project.State).Select(rule => rule.Code).ToHashSet();
        var codes = added.ToList();
        added.ExceptWith(await db.Deadlines.Where(d => d.ProjectId == project.Id && d.RuleCode != null && codes.Contains(d.RuleCode)).Select(d => d.RuleCode!).ToListAsync(cancellation));
        if (added.Count == 0)
            return [];
        var starting = await deadlines.PreviewAsync(project, preview.To, project.State, unit, project.StateSince, cancellation);
        return [.. starting.Where(d => added.Contains(d.RuleCode!))];
    }

    private async Task<IReadOnlyList<LocalText>> UnaskedAsync(Project project, VersionPreview preview, CancellationToken cancellation)
    {
        var kinds = await db.Documents.Where(d => d.ProjectId == project.Id).Select(d => d.KindCode).Distinct().ToListAsync(cancellation);
        var items = await db.Confirmations.Where(c => c.ProjectId == project.Id).Select(c => c.ItemCode).ToListAsync(cancellation);
        var bodies = await db.Decisions.Where(d => d.ProjectId == project.Id).Select(d => d.AuthorityCode).Distinct().ToListAsync(cancellation);
        var (from, to) = (preview.From, preview.To);
        return
        [
            .. from.DocumentKinds.Where(k => kinds.Contains(k.Code) && to.DocumentKinds.All(other => other.Code != k.Code)).Select(k => k.Name),
            .. from.Checklist.Where(i => items.Contains(i.Code) && to.Checklist.All(other => other.Code != i.Code)).Select(i => i.Text),
            .. from.Authorities.Where(a => bodies.Contains(a.Code) && to.Authorities.All(other => other.Code != a.Code)).Select(a => a.Name),
        ];
    }
}
