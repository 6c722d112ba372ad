using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
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
    : SaveDatedRow<EffectivenessCondition, EffectivenessInput>(bench, deadlines, WorkParts.Signing)
{
    protected override EffectivenessCondition New(Guid projectId, EffectivenessInput input) =>
        new() { ProjectId = projectId, Requirement = "", DueOn = input.DueOn, Side = input.Side };

    protected override void Fill(EffectivenessCondition row, EffectivenessInput input)
    {
        row.Requirement = input.Requirement.Trim();
        row.DueOn = input.DueOn;
        row.Side = input.Side;
        row.MetOn = input.MetOn;
        row.EvidenceId = input.EvidenceId;
    }

    protected override async Task<List<Refusal>> FaultsAsync(EffectivenessInput input, EffectivenessCondition row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Requirement, nameof(input.Requirement), max: 500)
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Date(input.MetOn, nameof(input.MetOn)))
            .ToList();
        if (input.Side is not (NegotiationSide.Ours or NegotiationSide.Partner))
            faults.Add(new Refusal("bad-value", nameof(input.Side)));
        if (input.MetOn > Bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.MetOn)));
        if (!await Bench.HasDocumentAsync(input.EvidenceId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.EvidenceId)));
        return faults;
    }
}
