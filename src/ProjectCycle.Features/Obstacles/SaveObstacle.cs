using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Obstacles;

/// <summary>An obstacle as a form hands it over.</summary>
public sealed record ObstacleInput
{
    public string Code { get; init; } = "";
    public string Cause { get; init; } = "";
    public ObstacleParty Party { get; init; }

    /// <summary>A stage of the template; blank for the one the project is in.</summary>
    public string StageCode { get; init; } = "";

    public required DateOnly StartedOn { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateOnly? EndedOn { get; init; }

    public string Ending { get; init; } = "";
    public Guid? OwnerId { get; init; }
    public int Severity { get; init; } = Obstacle.UsualSeverity;
}

/// <summary>Enters an obstacle of a project, corrects one, ends one.</summary>
public sealed class SaveObstacle(Workbench bench, TemplateCatalog templates)
{
    /// <summary>Enters one, open or already over.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, ObstacleInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditObstacle, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var place = opened.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        var obstacle = new Obstacle
        {
            ProjectId = place.Id,
            Code = input.Code,
            Cause = input.Cause.Trim(),
            Party = input.Party,
            StageCode = StageOf(input, place),
            StartedOn = input.StartedOn,
        };
        Fill(obstacle, input);
        return await bench.AddAsync(obstacle, cancellation);
    }

    /// <summary>Corrects one; without a day of ending it lasts again.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, ObstacleInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<Obstacle>(id, Rights.EditObstacle, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (obstacle, place) = found.Value;
        var stage = input.StageCode == "" ? input with { StageCode = obstacle.StageCode } : input;
        if (await FaultsAsync(stage, place, cancellation) is { Count: > 0 } faults)
            return faults;
        obstacle.Code = input.Code;
        obstacle.Cause = input.Cause.Trim();
        obstacle.Party = input.Party;
        obstacle.StageCode = stage.StageCode;
        obstacle.StartedOn = input.StartedOn;
        Fill(obstacle, input);
        return await bench.SaveAsync(obstacle, version, cancellation);
    }

    /// <summary>Ends one on a day that has come.</summary>
    public async Task<Outcome<Done>> EndAsync(Guid id, DateOnly endedOn, string ending, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<Obstacle>(id, Rights.EditObstacle, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (obstacle, place) = found.Value;
        if (EndFaults(obstacle.StartedOn, endedOn, ending, bench.Today(place)).ToList() is { Count: > 0 } faults)
            return faults;
        obstacle.EndedOn = endedOn;
        obstacle.Ending = ending.Trim();
        return await bench.SaveAsync(obstacle, version, cancellation);
    }

    private static void Fill(Obstacle obstacle, ObstacleInput input)
    {
        obstacle.EndedOn = input.EndedOn;
        obstacle.Ending = input.EndedOn is null ? "" : input.Ending.Trim();
        obstacle.OwnerId = input.OwnerId;
        obstacle.Severity = input.Severity;
    }

    /// <summary>The stage named, else the one the project is in or was in when it paused or ended.</summary>
    private static string StageOf(ObstacleInput input, WorkPlace place) =>
        input.StageCode != "" ? input.StageCode
        : StateCodes.Stages.Contains(place.State) ? place.State
        : place.ResumeTo ?? place.State;

    private async Task<List<Refusal>> FaultsAsync(ObstacleInput input, WorkPlace place, CancellationToken cancellation)
    {
        var today = bench.Today(place);
        var faults = Fields.Required(input.Cause, nameof(input.Cause), max: 2000).Concat(Fields.Date(input.StartedOn, nameof(input.StartedOn))).ToList();
        if (input.Code == "")
            faults.Add(new Refusal("required", nameof(input.Code)));
        else if (!ReferenceData.Obstacles.TryGetValue(input.Code, out var kind) || kind.IsGroup)
            faults.Add(new Refusal("unknown-obstacle", nameof(input.Code)));
        if (!Enum.IsDefined(input.Party))
            faults.Add(new Refusal("required", nameof(input.Party)));
        if (input.StageCode != "" && templates.Get(place.TemplateId, place.TemplateVersion).Stages.All(s => s.Code != input.StageCode))
            faults.Add(new Refusal("bad-value", nameof(input.StageCode)));
        if (input.StartedOn > today)
            faults.Add(new Refusal("date-in-future", nameof(input.StartedOn)));
        if (input.EndedOn is { } end)
            faults.AddRange(EndFaults(input.StartedOn, end, input.Ending, today));
        if (input.Severity is < 1 or > Obstacle.HighestSeverity)
            faults.Add(new Refusal("bad-value", nameof(input.Severity)));
        if (input.OwnerId is { } person && !await bench.IsOfUnitAsync(person, place, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(input.OwnerId)));
        return faults;
    }

    private static IEnumerable<Refusal> EndFaults(DateOnly startedOn, DateOnly endedOn, string ending, DateOnly today)
    {
        foreach (var fault in Fields.Date(endedOn, nameof(ObstacleInput.EndedOn)).Concat(Fields.Text(ending, nameof(ObstacleInput.Ending), max: 2000)))
            yield return fault;
        if (endedOn > today)
            yield return new Refusal("date-in-future", nameof(ObstacleInput.EndedOn));
        if (endedOn < startedOn)
            yield return new Refusal("ended-before-started", nameof(ObstacleInput.EndedOn), startedOn);
    }
}
