using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.Deadlines;

/// <summary>Copies the public holidays the program brings along into the calendar, where they are edited from then on.</summary>
public static class NationalHolidays
{
    /// <summary>Adds them for the years that have no national day yet, so that a day somebody removed stays removed.</summary>
    public static async Task AddMissingYearsAsync(this AppDbContext db, CancellationToken cancellation)
    {
        var known = await db.Holidays.Where(h => h.UnitId == null).Select(h => h.Date.Year).Distinct().ToListAsync(cancellation);
        db.AddRange(ReferenceData.Holidays.Where(row => !known.Contains(row.Date.Year)).Select(row => new Holiday
        {
            Date = row.Date,
            Name = new LocalText("", row.NameId),
            Kind = row.Kind,
            IsForecast = row.IsForecast,
        }));
        await db.SaveChangesAsync(cancellation);
    }
}
