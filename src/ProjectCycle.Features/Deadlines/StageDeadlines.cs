using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Deadlines;

/// <summary>The deadlines that start when a project enters a stage, and those that end when it leaves for good.</summary>
public sealed class StageDeadlines(AppDbContext db)
{
    /// <summary>What entering the project's present state would start; nothing is saved.</summary>
    public async Task<IReadOnlyList<Deadline>> PreviewAsync(
        Project project, CycleTemplate template, string state, Unit unit, DateOnly entered, CancellationToken cancellation)
    {
        var rules = template.State(state).Deadlines.Where(rule => rule.IsByEntry).ToList();
        if (rules.Count == 0)
            return [];
        var codes = rules.Select(r => r.Code).ToList();
        var running = await db.OpenDeadlines
            .Where(d => d.ProjectId == project.Id && d.RuleCode != null && codes.Contains(d.RuleCode))
            .Select(d => d.RuleCode!)
            .ToListAsync(cancellation);
        var calendar = await CalendarAsync(unit.Id, cancellation);
        var book = new DateBook([KeyValuePair.Create(DateBook.Entry, entered)]);
        return [.. rules.Where(rule => !running.Contains(rule.Code)).Select(rule => new Deadline
        {
            ProjectId = project.Id,
            RuleCode = rule.Code,
            StageCode = state,
            Title = rule.Name,
            DueOn = rule.Occurrences(book, calendar, DateOnly.MaxValue)[0].DueOn,
            Offsets = string.Join(',', rule.Reminders),
        })];
    }

    /// <summary>Adds the deadlines of the state the project is in now; one that is still open from an earlier visit stays as it is.</summary>
    /// <param name="entered">The day it entered that state.</param>
    /// <param name="today">What was due before is left out: a project registered in the middle of its life brings no old arrears.</param>
    public async Task StartAsync(
        Project project, CycleTemplate template, Unit unit, DateOnly entered, DateOnly today, CancellationToken cancellation)
    {
        var starting = await PreviewAsync(project, template, project.State, unit, entered, cancellation);
        db.AddRange(starting.Where(deadline => deadline.DueOn >= today));
    }

    /// <summary>Ends every open deadline of a project that is closed or dropped.</summary>
    public async Task CancelAsync(Project project, DateTime at, CancellationToken cancellation)
    {
        var open = await db.OpenDeadlines
            .Where(d => d.ProjectId == project.Id)
            .ToListAsync(cancellation);
        foreach (var deadline in open)
            deadline.Cancel(at);
    }

    /// <summary>The unit's working calendar: weekends, national days off, its own days.</summary>
    public async Task<WorkingCalendar> CalendarAsync(Guid unitId, CancellationToken cancellation)
    {
        var days = await db.Holidays.Where(h => h.UnitId == null || h.UnitId == unitId).Select(h => h.Date).ToListAsync(cancellation);
        return new WorkingCalendar(days.ToHashSet());
    }
}
