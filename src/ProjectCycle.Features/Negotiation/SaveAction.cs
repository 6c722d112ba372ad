using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>An action as a form hands it over.</summary>
public sealed record ActionInput
{
    public string Task { get; init; } = "";

    /// <summary>Somebody of our unit; null when <see cref="PartnerOwner"/> names somebody.</summary>
    public Guid? OwnerId { get; init; }

    public string PartnerOwner { get; init; } = "";
    public DateOnly? DueOn { get; init; }
    public DateOnly? DoneOn { get; init; }
    public string Note { get; init; } = "";
    public Guid? RoundId { get; init; }
}

/// <summary>Enters an action, changes one, takes one away; its deadline goes along in the same save.</summary>
public sealed class SaveAction(Workbench bench, AppDbContext db, ItemDeadlines deadlines)
{
    /// <summary>Enters an action and, when it has a date, its deadline.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, ActionInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await FaultsAsync(input, opened.Value, cancellation) is { Count: > 0 } faults)
            return faults;
        var action = new NegotiationAction { ProjectId = opened.Value.Id, Task = input.Task };
        await FillAsync(action, input, opened.Value, cancellation);
        return await bench.AddAsync(action, cancellation);
    }

    /// <summary>Changes one and its deadline with it.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, ActionInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<NegotiationAction>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (action, place) = found.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        await FillAsync(action, input, place, cancellation);
        return await bench.SaveAsync(action, version, cancellation);
    }

    /// <summary>Takes one away and cancels its deadline if it was open.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<NegotiationAction>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        await deadlines.EndAsync(found.Value.Row, cancellation);
        return await bench.RemoveAsync<NegotiationAction>(id, version, Rights.EditWork, cancellation);
    }

    private async Task FillAsync(NegotiationAction action, ActionInput input, WorkPlace place, CancellationToken cancellation)
    {
        action.Task = input.Task.Trim();
        action.OwnerId = input.OwnerId;
        action.PartnerOwner = input.PartnerOwner.Trim();
        action.DueOn = input.DueOn;
        action.DoneOn = input.DoneOn;
        action.Note = input.Note.Trim();
        action.RoundId = input.RoundId;
        await deadlines.FollowAsync(action, WorkParts.Actions, place.State, cancellation);
    }

    private async Task<List<Refusal>> FaultsAsync(ActionInput input, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Task, nameof(input.Task), max: 300)
            .Concat(Fields.Text(input.PartnerOwner, nameof(input.PartnerOwner), max: 200))
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Date(input.DoneOn, nameof(input.DoneOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .ToList();
        if (input.OwnerId is null == string.IsNullOrWhiteSpace(input.PartnerOwner))
            faults.Add(new Refusal("one-owner", nameof(input.OwnerId)));
        if (input.OwnerId is { } person && !await bench.IsOfUnitAsync(person, place, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(input.OwnerId)));
        if (input.DoneOn > bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.DoneOn)));
        if (input.RoundId is { } round && !await db.IsRoundOfAsync(round, place, cancellation))
            faults.Add(new Refusal("unknown-round", nameof(input.RoundId)));
        return faults;
    }
}
