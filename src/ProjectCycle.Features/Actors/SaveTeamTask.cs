using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Actors;

/// <summary>A task of the team as a form hands it over.</summary>
public sealed record TeamTaskInput
{
    public TeamTaskKind Kind { get; init; }

    /// <summary>A project of the unit, or null.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>Somebody of the team, or null.</summary>
    public Guid? MemberId { get; init; }

    public DateOnly? DueOn { get; init; }
    public DateOnly? DoneOn { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Enters, corrects, closes and removes tasks of a unit's team.</summary>
public sealed class SaveTeamTask(AppDbContext db, TeamBench bench)
{
    /// <summary>Enters one.</summary>
    public async Task<Outcome<Guid>> AddAsync(Guid unitId, TeamTaskInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(unitId, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await FaultsAsync(input, opened.Value, cancellation) is { Count: > 0 } faults)
            return faults;
        var task = new TeamTask { UnitId = unitId };
        Fill(task, input);
        return await bench.AddAsync(task, cancellation);
    }

    /// <summary>Corrects one, or says that it is done; without a day of doing it is open again.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, TeamTaskInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<TeamTask>(id, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (await FaultsAsync(input, found.Value.Unit, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(found.Value.Row, input);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes one away that should not be there.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<TeamTask>(id, cancellation);
        return found.Succeeded ? await bench.RemoveAsync(found.Value.Row, version, cancellation) : found.Refusals.ToList();
    }

    private static void Fill(TeamTask task, TeamTaskInput input)
    {
        task.Kind = input.Kind;
        task.ProjectId = input.ProjectId;
        task.MemberId = input.MemberId;
        task.DueOn = input.DueOn;
        task.DoneOn = input.DoneOn;
        task.Note = input.Note.Trim();
    }

    private async Task<List<Refusal>> FaultsAsync(TeamTaskInput input, Unit unit, CancellationToken cancellation)
    {
        var faults = Fields.Date(input.DueOn, nameof(input.DueOn))
            .Concat(Fields.Date(input.DoneOn, nameof(input.DoneOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .ToList();
        if (!Enum.IsDefined(input.Kind))
            faults.Add(new Refusal("required", nameof(input.Kind)));
        if (input.DoneOn > bench.Today(unit))
            faults.Add(new Refusal("date-in-future", nameof(input.DoneOn)));
        if (input.ProjectId is { } project && !await db.Projects.AnyAsync(p => p.Id == project && p.UnitId == unit.Id, cancellation))
            faults.Add(new Refusal("project-not-of-unit", nameof(input.ProjectId)));
        if (input.MemberId is { } member && !await db.TeamMembers.AnyAsync(m => m.Id == member && m.UnitId == unit.Id, cancellation))
            faults.Add(new Refusal("not-in-team", nameof(input.MemberId)));
        return faults;
    }
}
