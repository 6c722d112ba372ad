using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
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
    : SaveDatedRow<NegotiationAction, ActionInput>(bench, deadlines, WorkParts.Actions)
{
    protected override NegotiationAction New(Guid projectId, ActionInput input) => new() { ProjectId = projectId, Task = "" };

    protected override void Fill(NegotiationAction row, ActionInput input)
    {
        row.Task = input.Task.Trim();
        row.OwnerId = input.OwnerId;
        row.PartnerOwner = input.PartnerOwner.Trim();
        row.DueOn = input.DueOn;
        row.DoneOn = input.DoneOn;
        row.Note = input.Note.Trim();
        row.RoundId = input.RoundId;
    }

    protected override async Task<List<Refusal>> FaultsAsync(ActionInput input, NegotiationAction row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Task, nameof(input.Task), max: 300)
            .Concat(Fields.Text(input.PartnerOwner, nameof(input.PartnerOwner), max: 200))
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Date(input.DoneOn, nameof(input.DoneOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .ToList();
        if (input.OwnerId is null == string.IsNullOrWhiteSpace(input.PartnerOwner))
            faults.Add(new Refusal("one-owner", nameof(input.OwnerId)));
        faults.AddRange(await OfUnitAsync(input.OwnerId, nameof(input.OwnerId), place, cancellation));
        if (input.DoneOn > Bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.DoneOn)));
        if (input.RoundId is { } round && !await db.IsRoundOfAsync(round, place, cancellation))
            faults.Add(new Refusal("unknown-round", nameof(input.RoundId)));
        return faults;
    }
}
