using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.People;

/// <summary>A day off as a form hands it over.</summary>
public sealed record HolidayInput
{
    public DateOnly? Date { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Null for a national day, which only the administrator may set.</summary>
    public Guid? UnitId { get; init; }
}

/// <summary>Adds and removes days off: national ones by the administrator, a unit's own by its manager too.</summary>
public sealed class EditCalendar(AppDbContext db, CurrentUser user)
{
    /// <summary>Characters of a name.</summary>
    internal const int LongestName = 200;

    /// <summary>Adds a day off.</summary>
    public async Task<Outcome<Guid>> AddAsync(HolidayInput input, CancellationToken cancellation)
    {
        if (!MayEdit(input.UnitId))
            return Refusals.NotAllowed;
        var faults = Fields.Required(input.Name, nameof(input.Name), LongestName).Concat(Fields.Date(input.Date, nameof(input.Date))).ToList();
        if (input.Date is null)
            faults.Add(new Refusal("required", nameof(input.Date)));
        if (input.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit, cancellation))
            faults.Add(new Refusal("unknown-unit", nameof(input.UnitId)));
        if (await db.Holidays.AnyAsync(h => h.Date == input.Date && h.UnitId == input.UnitId, cancellation))
            faults.Add(new Refusal("date-taken", nameof(input.Date)));
        if (faults.Count > 0)
            return faults;
        var holiday = new Holiday
        {
            Date = input.Date!.Value,
            Name = new LocalText(input.Name.Trim(), input.Name.Trim()),
            Kind = input.UnitId is null ? "national" : "own",
            UnitId = input.UnitId,
        };
        db.Add(holiday);
        await db.SaveChangesAsync(cancellation);
        return holiday.Id;
    }

    /// <summary>Removes a day off; deadlines already set stay as they are.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var holiday = await db.Holidays.FirstOrDefaultAsync(h => h.Id == id, cancellation);
        if (holiday is null)
            return user.Can(Rights.ManageCalendars) ? Refusals.NotFound : Refusals.NotAllowed;
        if (!MayEdit(holiday.UnitId))
            return Refusals.NotAllowed;
        db.Remove(holiday);
        await db.SaveChangesAsync(cancellation);
        return default(Done);
    }

    /// <summary>National days belong to who reaches every unit.</summary>
    /// <param name="unitId">Null for national days.</param>
    internal bool MayEdit(Guid? unitId)
    {
        var scope = user.Scope(Rights.ManageCalendars);
        return user.Can(Rights.ManageCalendars) && (unitId is { } id ? scope.Reaches(id) : scope.All);
    }
}
