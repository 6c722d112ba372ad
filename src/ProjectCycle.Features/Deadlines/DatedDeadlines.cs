using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Deadlines;

/// <summary>A deadline whose date another date has changed.</summary>
/// <param name="Was">Null for one that began.</param>
/// <param name="Is">Null for one that ended, because what it was counted from is gone.</param>
public sealed record DeadlineChange(Deadline Deadline, DateOnly? Was, DateOnly? Is);

/// <summary>
/// Keeps the deadlines in step that are counted from dates of a project: they begin, move and end with those dates, and recurring
/// ones go on. Done and waived ones stay as they are. Nothing is saved here: the deadlines are saved with what changed the dates.
/// </summary>
public sealed class DatedDeadlines(AppDbContext db, StageDeadlines stages, DeadlineNotice notice, TimeProvider clock)
{
    /// <summary>How far ahead recurring deadlines stand on the list.</summary>
    private const int MonthsAhead = 12;

    /// <summary>Follows the dates of a project as they shall stand, and tells whoever answers for a deadline that moved.</summary>
    public async Task<IReadOnlyList<DeadlineChange>> FollowAsync(Project project, CycleTemplate template, Unit unit, CancellationToken cancellation)
    {
        var rules = RulesOf(project, template, project.State);
        if (rules.Count == 0)
            return [];
        await OfRules(project).LoadAsync(cancellation);
        var known = db.Deadlines.Local.Where(d => d.ProjectId == project.Id && d.RuleCode is not null && (d.CancelledAt is null || d.WaivedBecause is not null)).ToList();
        var changes = await ChangesAsync(project, rules, known, unit, entering: null, cancellation);
        db.AddRange(changes.Where(change => change.Was is null).Select(change => change.Deadline));
        await notice.PostAsync(project, changes, cancellation);
        return changes;
    }

    /// <summary>The deadlines that would begin by <paramref name="template"/>, were the project to enter <paramref name="state"/>; nothing is saved.</summary>
    public async Task<IReadOnlyList<Deadline>> PreviewAsync(
        Project project, CycleTemplate template, string state, Unit unit, DateOnly entered, CancellationToken cancellation)
    {
        var rules = RulesOf(project, template, state);
        if (rules.Count == 0)
            return [];
        var known = await OfRules(project).AsNoTracking().ToListAsync(cancellation);
        var changes = await ChangesAsync(project, rules, known, unit, (state, entered), cancellation);
        return [.. changes.Where(change => change.Was is null).Select(change => change.Deadline)];
    }

    private IQueryable<Deadline> OfRules(Project project) =>
        db.Deadlines.Where(d => d.ProjectId == project.Id && d.RuleCode != null && (d.CancelledAt == null || d.WaivedBecause != null));

    private async Task<IReadOnlyList<DeadlineChange>> ChangesAsync(
        Project project, IReadOnlyList<(string Stage, DeadlineRule Rule)> rules, IReadOnlyList<Deadline> known, Unit unit, (string Stage, DateOnly On)? entering,
        CancellationToken cancellation)
    {
        var entries = await EntriesAsync(project, rules, cancellation);
        if (entering is { } stageEntered)
            entries[stageEntered.Stage] = stageEntered.On;
        var book = await BookAsync(project, known, cancellation);
        var round = new Round(project, book, await stages.CalendarAsync(unit.Id, cancellation), unit.Zone.Today(clock));
        var changes = new List<DeadlineChange>();
        foreach (var (stage, rule) in rules)
        {
            book.Set(DateBook.Entry, entries.TryGetValue(stage, out var on) ? on : null);
            changes.AddRange(Follow(round, stage, rule, [.. known.Where(d => d.RuleCode == rule.Code)]));
        }
        return changes;
    }

    /// <summary>Rules of the stages it has been in by then; none of a project that has ended.</summary>
    private static IReadOnlyList<(string Stage, DeadlineRule Rule)> RulesOf(Project project, CycleTemplate template, string state)
    {
        if (template.State(state).Kind is StateKind.Closed or StateKind.Dropped)
            return [];
        var stage = template.State(state).Kind == StateKind.Stage ? state : project.StageIn(template);
        return [.. template.Stages.Where(s => !template.IsEarlier(stage, s.Code)).SelectMany(s => s.Deadlines.Where(rule => !rule.IsByEntry).Select(rule => (s.Code, rule)))];
    }

    /// <summary>The days it last entered the stages from whose entry a rule counts; what is about to be saved counts too.</summary>
    private async Task<Dictionary<string, DateOnly>> EntriesAsync(Project project, IReadOnlyList<(string Stage, DeadlineRule Rule)> rules, CancellationToken cancellation)
    {
        if (!rules.Any(r => r.Rule.Terms.Any(term => term.From == DateBook.Entry)))
            return [];
        var saved = await db.StageMoves.Where(m => m.ProjectId == project.Id && m.Kind != MoveKind.Resume).Select(m => new { m.To, m.On }).ToListAsync(cancellation);
        var coming = db.StageMoves.Local.Where(m => m.ProjectId == project.Id && m.Kind != MoveKind.Resume).Select(m => new { m.To, m.On });
        return saved.Concat(coming).GroupBy(m => m.To).ToDictionary(m => m.Key, m => m.Max(x => x.On));
    }

    private async Task<DateBook> BookAsync(Project project, IReadOnlyList<Deadline> known, CancellationToken cancellation)
    {
        var book = new DateBook(project.Dates.Known);
        if (project.AgreementId is { } agreement)
            book.Set(DateBook.AgreementSignedOn, (await db.Agreements.FindAsync([agreement], cancellation))?.SignedOn);
        foreach (var deadline in known.Where(d => d.Occurrence == "").OrderBy(d => d.DueOn))
        {
            book.Set(DateBook.Due(deadline.RuleCode!), deadline.DueOn);
            book.Set(DateBook.Done(deadline.RuleCode!), deadline.DoneOn);
        }
        return book;
    }

    private IEnumerable<DeadlineChange> Follow(Round round, string stage, DeadlineRule rule, IReadOnlyList<Deadline> known)
    {
        var occurrences = rule.Occurrences(round.Book, round.Calendar, round.Today.AddMonths(MonthsAhead));
        foreach (var occurrence in occurrences)
        {
            if (Meet(round, stage, rule, occurrence, known.FirstOrDefault(d => d.Occurrence == occurrence.Key)) is { } change)
                yield return change;
        }
        foreach (var gone in known.Where(d => d.IsOpen && d.CountedOn is not null && occurrences.All(o => o.Key != d.Occurrence)))
        {
            gone.Cancel(clock.GetUtcNow().UtcDateTime);
            round.Book.Set(DateBook.Due(rule.Code), null);
            yield return new DeadlineChange(gone, gone.DueOn, null);
        }
    }

    private static DeadlineChange? Meet(Round round, string stage, DeadlineRule rule, Occurrence occurrence, Deadline? known)
    {
        var deadline = known ?? (round.IsPast(occurrence) ? null : Begin(round, stage, rule, occurrence));
        if (deadline is not { IsOpen: true })
            return null;
        var was = deadline.DueOn;
        var moved = deadline.CountOn(occurrence.DueOn);
        if (occurrence.Key == "")
            round.Book.Set(DateBook.Due(rule.Code), deadline.DueOn);
        return known is null ? new DeadlineChange(deadline, null, deadline.DueOn) : moved ? new DeadlineChange(deadline, was, deadline.DueOn) : null;
    }

    private static Deadline Begin(Round round, string stage, DeadlineRule rule, Occurrence occurrence) => new()
    {
        ProjectId = round.Project.Id,
        RuleCode = rule.Code,
        Occurrence = occurrence.Key,
        StageCode = stage,
        Title = rule.TitleOf(occurrence),
        DueOn = occurrence.DueOn,
        Offsets = string.Join(',', rule.Reminders),
    };

    private sealed record Round(Project Project, DateBook Book, WorkingCalendar Calendar, DateOnly Today)
    {
        /// <summary>Old arrears do not begin: a project is registered in the middle of its life. What is late for something still to come does.</summary>
        public bool IsPast(Occurrence occurrence) => occurrence.DueOn < Today && occurrence.CountedFrom < Today;
    }
}
