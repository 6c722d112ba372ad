using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>A condition of effectiveness as a form hands it over.</summary>
public sealed record EffectivenessInput
{
    public string Requirement { get; init; } = "";
    public required DateOnly DueOn { get; init; }

    /// <summary>One of the parties.</summary>
    public NegotiationSide Side { get; init; }

    public DateOnly? MetOn { get; init; }
    public Guid? EvidenceId { get; init; }
}

/// <summary>Enters a condition of effectiveness, changes one, takes one away; its deadline goes along in the same save.</summary>
public sealed class SaveEffectivenessCondition(Workbench bench, ItemDeadlines deadlines)
{
    /// <summary>Enters a condition and its deadline.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, EffectivenessInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await FaultsAsync(input, opened.Value, cancellation) is { Count: > 0 } faults)
            return faults;
        var condition = new EffectivenessCondition { ProjectId = opened.Value.Id, Requirement = input.Requirement, DueOn = input.DueOn, Side = input.Side };
        await FillAsync(condition, input, opened.Value, cancellation);
        return await bench.AddAsync(condition, cancellation);
    }

    /// <summary>Changes one and its deadline with it.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, EffectivenessInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<EffectivenessCondition>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (condition, place) = found.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        await FillAsync(condition, input, place, cancellation);
        return await bench.SaveAsync(condition, version, cancellation);
    }

    /// <summary>Takes one away and cancels its deadline if it was open.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<EffectivenessCondition>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        await deadlines.EndAsync(found.Value.Row, cancellation);
        return await bench.RemoveAsync<EffectivenessCondition>(id, version, Rights.EditWork, cancellation);
    }

    private async Task FillAsync(EffectivenessCondition condition, EffectivenessInput input, WorkPlace place, CancellationToken cancellation)
    {
        condition.Requirement = input.Requirement.Trim();
        condition.DueOn = input.DueOn;
        condition.Side = input.Side;
        condition.MetOn = input.MetOn;
        condition.EvidenceId = input.EvidenceId;
        await deadlines.FollowAsync(condition, WorkParts.Signing, place.State, cancellation);
    }

    private async Task<List<Refusal>> FaultsAsync(EffectivenessInput input, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Requirement, nameof(input.Requirement), max: 500)
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Date(input.MetOn, nameof(input.MetOn)))
            .ToList();
        if (input.Side is not (NegotiationSide.Ours or NegotiationSide.Partner))
            faults.Add(new Refusal("bad-value", nameof(input.Side)));
        if (input.MetOn > bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.MetOn)));
        if (!await bench.HasDocumentAsync(input.EvidenceId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.EvidenceId)));
        return faults;
    }
}
