using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>A day of the month calendar.</summary>
/// <param name="Deadlines">The first ones.</param>
/// <param name="Count">All that are due on this day.</param>
/// <param name="DaysOff">Holidays that fall on it: those of everybody and of the person's units.</param>
public sealed record CalendarDay(DateOnly Date, IReadOnlyList<DayDeadline> Deadlines, int Count, IReadOnlyList<LocalText> DaysOff)
{
    /// <summary>Nobody works, by weekday or by holiday.</summary>
    public bool IsOff => DaysOff.Count > 0 || Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Those that are not among the first.</summary>
    public int More => Count - Deadlines.Count;
}

/// <summary>A deadline in a day of the month calendar.</summary>
public sealed record DayDeadline(Guid Id, string ProjectCode, LocalText Title);

/// <summary>The open deadlines of a month, day by day.</summary>
public sealed class DeadlineMonth(AppDbContext db, CurrentUser user, DeadlineList list, TimeProvider clock)
{
    /// <summary>Deadlines shown of one day.</summary>
    public const int ShownADay = 4;

    /// <summary>Every day of the month that begins on <paramref name="first"/>: two queries, however full it is.</summary>
    public async Task<IReadOnlyList<CalendarDay>> LoadAsync(DateOnly first, bool mine, CancellationToken cancellation)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var filter = new DeadlineFilter { Mine = mine, From = first, Until = last };
        var due = await list.Filtered(filter, IndonesianZone.Wib.Today(clock))
            .GroupBy(x => x.Deadline.DueOn)
            .Select(day => new
            {
                day.Key,
                Count = day.Count(),
                Shown = day.OrderBy(x => x.Project.Code).ThenBy(x => x.Deadline.Id).Take(ShownADay)
                    .Select(x => new { x.Deadline.Id, x.Project.Code, x.Deadline.Title.En, TitleId = x.Deadline.Title.Id }).ToList(),
            })
            .ToDictionaryAsync(day => day.Key, cancellation);
        var daysOff = await DaysOffAsync(first, last, cancellation);
        return [.. Enumerable.Range(0, last.Day).Select(first.AddDays).Select(date => due.TryGetValue(date, out var day)
            ? new CalendarDay(date, [.. day.Shown.Select(d => new DayDeadline(d.Id, d.Code, new LocalText(d.En, d.TitleId)))], day.Count, [.. daysOff[date]])
            : new CalendarDay(date, [], 0, [.. daysOff[date]]))];
    }

    private async Task<ILookup<DateOnly, LocalText>> DaysOffAsync(DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var units = user.UnitIds;
        var days = await db.Holidays.AsNoTracking()
            .Where(h => h.Date >= first && h.Date <= last && (h.UnitId == null || units.Contains(h.UnitId.Value)))
            .OrderBy(h => h.Id)
            .ToListAsync(cancellation);
        return days.ToLookup(h => h.Date, h => h.Name);
    }
}
