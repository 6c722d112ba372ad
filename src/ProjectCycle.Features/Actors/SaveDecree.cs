using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Work;

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
    /// <param name="version">The row's version when the form was opened; <see cref="Workbench.NotYet"/> when there was none.</param>
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

        var teams = db.CoordinationTeams.Where(t => t.UnitId == unitId);
        var known = await teams.FirstOrDefaultAsync(cancellation);
        var team = known ?? new CoordinationTeam { UnitId = unitId };
        (team.DecreeNumber, team.DecreedOn, team.Note) = (input.DecreeNumber.Trim(), input.DecreedOn, input.Note.Trim());
        return known is null ? await db.AddOrTellAsync(team, teams.Select(t => t.Id), cancellation) : await bench.SaveAsync(team, version, cancellation);
    }
}
