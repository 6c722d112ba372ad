using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.People;

/// <summary>A list of days off and what to do with it.</summary>
/// <param name="Text">See <see cref="HolidayList"/>.</param>
/// <param name="UnitId">Whose days; null for everybody's.</param>
/// <param name="ReplacesForecast">For everybody's: it is the decree, so the forecast days of its years go.</param>
public sealed record HolidayUpload(string Text, Guid? UnitId, bool ReplacesForecast);

/// <summary>What an import would do, or why it cannot be done.</summary>
/// <param name="Faults">By line; while there is one nothing is taken.</param>
/// <param name="Added">The days it adds, by date.</param>
/// <param name="Removed">The forecast days that go, by date.</param>
public sealed record HolidayCheck(IReadOnlyList<LineFault> Faults, IReadOnlyList<HolidayLine> Added, IReadOnlyList<Holiday> Removed);

/// <summary>Takes a list of days off into the calendar: looked at first, then all of it or nothing. Deadlines already set stay as they are.</summary>
public sealed class ImportHolidays(AppDbContext db, EditCalendar calendar)
{
    /// <summary>Says what the import would do; changes nothing.</summary>
    public async Task<Outcome<HolidayCheck>> CheckAsync(HolidayUpload upload, CancellationToken cancellation)
    {
        if (!calendar.MayEdit(upload.UnitId))
            return Refusals.NotAllowed;
        if (upload.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit, cancellation))
            return new Refusal("unknown-unit", nameof(upload.UnitId));
        if (upload.Text.Length > HolidayList.MaxSize)
            return new Refusal("days-file-too-large", nameof(upload.Text), HolidayList.MaxSize / 1024);
        var list = HolidayList.Read(upload.Text, isNational: upload.UnitId is null);
        var removed = await ReplacedAsync(upload, list, cancellation);
        var faults = list.Faults.Concat(await TakenAsync(upload, list, removed, cancellation)).OrderBy(fault => fault.Line);
        return new HolidayCheck([.. faults], [.. list.Lines.OrderBy(line => line.Date)], removed);
    }

    /// <summary>Adds the days; with any fault nothing is changed.</summary>
    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> ImportAsync(HolidayUpload upload, CancellationToken cancellation)
    {
        var checkedList = await CheckAsync(upload, cancellation);
        if (!checkedList.Succeeded)
            return checkedList.Refusals.ToList();
        var check = checkedList.Value;
        if (check.Faults.Count > 0)
            return new Refusal("import-faults", null, check.Faults.Count);
        db.RemoveRange(check.Removed);
        db.AddRange(check.Added.Select(line => new Holiday { Date = line.Date, Name = new LocalText(line.Name, line.Name), Kind = line.Kind, UnitId = upload.UnitId }));
        await db.SaveChangesAsync(cancellation);
        return check.Added.Count;
    }

    private async Task<List<Holiday>> ReplacedAsync(HolidayUpload upload, HolidayList list, CancellationToken cancellation)
    {
        if (!upload.ReplacesForecast || upload.UnitId is not null)
            return [];
        var years = list.Lines.Select(line => line.Date.Year).Distinct().ToList();
        return await db.Holidays.Where(h => h.UnitId == null && h.IsForecast && years.Contains(h.Date.Year)).OrderBy(h => h.Date).ToListAsync(cancellation);
    }

    private async Task<IEnumerable<LineFault>> TakenAsync(HolidayUpload upload, HolidayList list, List<Holiday> removed, CancellationToken cancellation)
    {
        var dates = list.Lines.Select(line => line.Date).ToList();
        var taken = await db.Holidays.Where(h => h.UnitId == upload.UnitId && dates.Contains(h.Date)).Select(h => h.Date).ToListAsync(cancellation);
        var free = removed.ConvertAll(day => day.Date);
        return list.Lines.Where(line => taken.Contains(line.Date) && !free.Contains(line.Date))
            .Select(line => new LineFault(line.Line, line.Date.Iso(), new Refusal("date-taken", "Date")));
    }
}
