using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;

namespace ProjectCycle.Features.People;

/// <summary>A unit as the administrator's form hands it over.</summary>
public sealed record UnitInput
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public IndonesianZone Zone { get; init; }

    /// <summary>Somebody who works in the unit; a new unit has nobody yet.</summary>
    public Guid? HeadId { get; init; }
}

/// <summary>Adds and changes units (PMUs).</summary>
public sealed class SaveUnit(AppDbContext db, CurrentUser user)
{
    /// <summary>Adds a unit, or changes the one with <paramref name="id"/> if it still has <paramref name="version"/>.</summary>
    public async Task<Outcome<Guid>> HandleAsync(Guid? id, UnitInput input, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageUnits))
            return Refusals.NotAllowed;
        var unit = id is null ? null : await db.Units.FirstOrDefaultAsync(u => u.Id == id, cancellation);
        if (id is not null && unit is null)
            return Refusals.NotFound;
        var code = input.Code.Trim();
        var faults = Fields.Code(input.Code, nameof(input.Code), max: 40)
            .Concat(Fields.Required(input.Name, nameof(input.Name), max: 200))
            .ToList();
        if (!ReferenceData.Regions.ContainsKey(input.RegionCode))
            faults.Add(new Refusal("unknown-region", nameof(input.RegionCode)));
        if (!Enum.IsDefined(input.Zone))
            faults.Add(new Refusal("required", nameof(input.Zone)));
        if (await db.Units.AnyAsync(u => u.Code == code && u.Id != id, cancellation))
            faults.Add(new Refusal("code-taken", nameof(input.Code), code));
        if (input.HeadId is { } head && !await db.UnitMemberships.AnyAsync(m => m.UserId == head && m.UnitId == id, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(input.HeadId)));
        if (faults.Count > 0)
            return faults;

        if (unit is null)
            db.Add(unit = new Unit { Code = code, Name = input.Name.Trim(), RegionCode = input.RegionCode, Zone = input.Zone });
        else
            db.Expect(unit, version);
        unit.Code = code;
        unit.Name = input.Name.Trim();
        unit.RegionCode = input.RegionCode;
        unit.Zone = input.Zone;
        unit.HeadId = input.HeadId;
        var saved = await db.SaveOrTellAsync(nameof(Unit), unit.Id, cancellation);
        return saved.Succeeded ? unit.Id : saved.Refusals.ToList();
    }
}
