using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Audit;

namespace ProjectCycle.Features.Actors;

/// <summary>The decree on a team as a form hands it over.</summary>
public sealed record DecreeInput
{
    public string DecreeNumber { get; init; } = "";
    public DateOnly? DecreedOn { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Saves the decree that set up a unit's team; the first save makes the row.</summary>
public sealed class SaveDecree(AppDbContext db, TeamBench bench)
{
    /// <summary>A decree that bears a date bears one that has come.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="input">What the form says.</param>
    /// <param name="version">The row's version when the form was opened; -1 when there was none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> HandleAsync(Guid unitId, DecreeInput input, int version, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(unitId, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var faults = Fields.Text(input.DecreeNumber, nameof(input.DecreeNumber), max: 100)
            .Concat(Fields.Date(input.DecreedOn, nameof(input.DecreedOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .ToList();
        if (input.DecreedOn > bench.Today(opened.Value))
            faults.Add(new Refusal("date-in-future", nameof(input.DecreedOn)));
        if (faults.Count > 0)
            return faults;

        var known = await db.CoordinationTeams.FirstOrDefaultAsync(t => t.UnitId == unitId, cancellation);
        var team = known ?? new CoordinationTeam { UnitId = unitId };
        (team.DecreeNumber, team.DecreedOn, team.Note) = (input.DecreeNumber.Trim(), input.DecreedOn, input.Note.Trim());
        if (known is not null)
            return await bench.SaveAsync(team, version, cancellation);
        return await AddAsync(team, cancellation);
    }

    /// <summary>Of two who save the first one at the same time the second is told of the other.</summary>
    private async Task<Outcome<Done>> AddAsync(CoordinationTeam team, CancellationToken cancellation)
    {
        try
        {
            await bench.AddAsync(team, cancellation);
            return default(Done);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            var first = await db.CoordinationTeams.AsNoTracking().Where(t => t.UnitId == team.UnitId).Select(t => t.Id).FirstAsync(cancellation);
            return await db.ToldWhoWasFirstAsync(nameof(CoordinationTeam), first, cancellation);
        }
    }
}
