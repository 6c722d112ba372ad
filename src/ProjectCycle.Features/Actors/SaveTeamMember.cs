using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;

namespace ProjectCycle.Features.Actors;

/// <summary>Somebody of the team as a form hands them over.</summary>
public sealed record TeamMemberInput
{
    public string Name { get; init; } = "";
    public string Office { get; init; } = "";
    public TeamPosition Position { get; init; } = TeamPosition.Member;
    public bool IsPermanent { get; init; }
    public DateOnly? Since { get; init; }

    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Enters, corrects and removes members of a unit's team.</summary>
public sealed class SaveTeamMember(AppDbContext db, TeamBench bench)
{
    /// <summary>Enters one.</summary>
    public async Task<Outcome<Guid>> AddAsync(Guid unitId, TeamMemberInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(unitId, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input) is { Count: > 0 } faults)
            return faults;
        var member = new TeamMember { UnitId = unitId, Name = "", Office = "" };
        Fill(member, input);
        return await bench.AddAsync(member, cancellation);
    }

    /// <summary>Corrects one, or gives them a last day.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, TeamMemberInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<TeamMember>(id, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(input) is { Count: > 0 } faults)
            return faults;
        Fill(found.Value.Row, input);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes away one who never had a task; others get a last day, so that their tasks keep a name.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<TeamMember>(id, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (await db.TeamTasks.AnyAsync(t => t.MemberId == id, cancellation))
            return new Refusal("member-has-tasks");
        return await bench.RemoveAsync(found.Value.Row, version, cancellation);
    }

    private static void Fill(TeamMember member, TeamMemberInput input)
    {
        member.Name = input.Name.Trim();
        member.Office = input.Office.Trim();
        member.Position = input.Position;
        member.IsPermanent = input.IsPermanent;
        member.Since = input.Since;
        member.Until = input.Until;
    }

    private static List<Refusal> Faults(TeamMemberInput input)
    {
        var faults = Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Required(input.Office, nameof(input.Office), max: 300))
            .Concat(Fields.Date(input.Since, nameof(input.Since)))
            .Concat(Fields.Date(input.Until, nameof(input.Until)))
            .ToList();
        if (!Enum.IsDefined(input.Position))
            faults.Add(new Refusal("required", nameof(input.Position)));
        if (input.Until < input.Since)
            faults.Add(new Refusal("ended-before-started", nameof(input.Until), input.Since));
        return faults;
    }
}
