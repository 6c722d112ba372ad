using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Projects;

/// <summary>The day a project that is already running entered a stage.</summary>
/// <param name="Stage">Stage code.</param>
/// <param name="On">Business date; must not go back against the stage before.</param>
public sealed record StageEntry(string Stage, DateOnly On);

/// <summary>
/// Registers a project: a new one at its template's start today, or a running one at its real stage, with the dates on which
/// it entered each stage so far.
/// </summary>
public sealed class RegisterProject(AppDbContext db, CurrentUser user, TemplateCatalog templates, ProjectReferences references, StageDeadlines deadlines, DatedDeadlines dated, TimeProvider clock)
{
    /// <param name="details">What people filled in.</param>
    /// <param name="templateId">The newest version of this template is pinned.</param>
    /// <param name="history">Empty for a new project; else one entry for each stage it entered, in order, from the template's start.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The project's code.</returns>
    public async Task<Outcome<string>> HandleAsync(
        ProjectDetails details, string templateId, IReadOnlyList<StageEntry> history, CancellationToken cancellation)
    {
        if (!user.Can(Rights.RegisterProject))
            return Refusals.NotAllowed;
        var unit = await db.Units.FindAsync([details.UnitId], cancellation);
        var template = templates.Current(templateId);
        var faults = details.Faults().ToList();
        if (unit is null || !user.Scope(Rights.RegisterProject).Reaches(unit.Id))
            faults.Add(new Refusal("unknown-unit", nameof(details.UnitId)));
        if (template is null)
            faults.Add(new Refusal("unknown-template", "TemplateId"));
        faults.AddRange(await references.FaultsAsync(details, cancellation));
        if (await db.Projects.AnyAsync(p => p.Code == details.Code.Trim(), cancellation))
            faults.Add(new Refusal("code-taken", nameof(details.Code), details.Code.Trim()));
        if (faults.Count > 0 || unit is null || template is null)
            return faults;

        var today = unit.Zone.Today(clock);
        var entries = history.Count > 0 ? history : [new StageEntry(template.Start, today)];
        if (HistoryFaults(template, entries, today) is { Count: > 0 } historyFaults)
            return historyFaults;

        var now = clock.GetUtcNow().UtcDateTime;
        var project = Project.Register(details, template, entries[^1].Stage, entries[^1].On, now);
        db.Add(project);
        db.AddRange(Moves(project, entries, isBackdated: history.Count > 0, now));
        await deadlines.StartAsync(project, template, unit, entries[^1].On, today, cancellation);
        await dated.FollowAsync(project, template, unit, cancellation);
        await db.SaveChangesAsync(cancellation);
        return project.Code;
    }

    private static List<Refusal> HistoryFaults(CycleTemplate template, IReadOnlyList<StageEntry> entries, DateOnly today)
    {
        var stages = template.Stages.Select(s => s.Code).ToList();
        if (!entries.Select(e => e.Stage).SequenceEqual(stages.Take(entries.Count)))
            return [new Refusal("history-gap", "History")];
        var faults = entries.SelectMany(e => Fields.Date(e.On, "History")).ToList();
        if (entries.Any(e => e.On > today))
            faults.Add(new Refusal("date-in-future", "History"));
        if (entries.Zip(entries.Skip(1)).Any(pair => pair.Second.On < pair.First.On))
            faults.Add(new Refusal("history-order", "History"));
        return faults;
    }

    private IEnumerable<StageMove> Moves(Project project, IReadOnlyList<StageEntry> entries, bool isBackdated, DateTime now) =>
        entries.Select((entry, i) => new StageMove
        {
            ProjectId = project.Id,
            TemplateId = project.TemplateId,
            TemplateVersion = project.TemplateVersion,
            Kind = i == 0 ? null : MoveKind.Advance,
            From = i == 0 ? null : entries[i - 1].Stage,
            To = entry.Stage,
            On = entry.On,
            Stayed = i == 0 ? null : entry.On.DayNumber - entries[i - 1].On.DayNumber,
            RecordedAt = now,
            MovedById = user.Id,
            IsBackdated = isBackdated,
        });
}
