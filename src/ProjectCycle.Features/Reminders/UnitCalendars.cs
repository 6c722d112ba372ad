using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Features.Reminders;

/// <summary>The working calendars of all units around a day.</summary>
internal sealed class UnitCalendars
{
    /// <summary>No office is closed for longer.</summary>
    private const int LongestBreak = 60;

    private readonly ILookup<Guid, DateOnly> _own;
    private readonly List<DateOnly> _national;
    private readonly Dictionary<Guid, WorkingCalendar> _calendars = [];

    private UnitCalendars(IReadOnlyCollection<Holiday> days)
    {
        _national = [.. days.Where(d => d.UnitId is null).Select(d => d.Date)];
        _own = days.Where(d => d.UnitId is not null).ToLookup(d => d.UnitId!.Value, d => d.Date);
    }

    public static async Task<UnitCalendars> LoadAsync(AppDbContext db, DateOnly day, CancellationToken cancellation)
    {
        var until = day.AddDays(LongestBreak);
        return new UnitCalendars(await db.Holidays.AsNoTracking().Where(h => h.Date >= day && h.Date <= until).ToListAsync(cancellation));
    }

    public WorkingCalendar Of(Guid unitId)
    {
        if (!_calendars.TryGetValue(unitId, out var calendar))
            _calendars[unitId] = calendar = new WorkingCalendar(_national.Concat(_own[unitId]).ToHashSet());
        return calendar;
    }
}
