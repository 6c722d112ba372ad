using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>An item of the agenda as a form hands it over.</summary>
public sealed record PositionInput
{
    public string AgendaItem { get; init; } = "";
    public NegotiationSubject Subject { get; init; }
    public string Ours { get; init; } = "";
    public string Interest { get; init; } = "";
    public string Fallback { get; init; } = "";
    public string Theirs { get; init; } = "";
    public PositionOutcome Outcome { get; init; }
    public string AgreedText { get; init; } = "";
    public string TextReference { get; init; } = "";
    public Guid? RoundId { get; init; }
}

/// <summary>Puts an item on the agenda, changes one, takes one off.</summary>
public sealed class SavePosition(Workbench bench, AppDbContext db) : SaveRow<NegotiationPosition, PositionInput>(bench)
{
    protected override NegotiationPosition New(Guid projectId, PositionInput input) =>
        new() { ProjectId = projectId, AgendaItem = "", Subject = input.Subject, Ours = "" };

    protected override void Fill(NegotiationPosition row, PositionInput input)
    {
        row.AgendaItem = input.AgendaItem.Trim();
        row.Subject = input.Subject;
        row.Ours = input.Ours.Trim();
        row.Interest = input.Interest.Trim();
        row.Fallback = input.Fallback.Trim();
        row.Theirs = input.Theirs.Trim();
        row.Outcome = input.Outcome;
        row.AgreedText = input.AgreedText.Trim();
        row.TextReference = input.TextReference.Trim();
        row.RoundId = input.RoundId;
    }

    protected override async Task<List<Refusal>> FaultsAsync(PositionInput input, NegotiationPosition row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.AgendaItem, nameof(input.AgendaItem), max: 200)
            .Concat(Fields.Required(input.Ours, nameof(input.Ours), max: 2000))
            .Concat(Fields.Text(input.Interest, nameof(input.Interest), max: 2000))
            .Concat(Fields.Text(input.Fallback, nameof(input.Fallback), max: 2000))
            .Concat(Fields.Text(input.Theirs, nameof(input.Theirs), max: 2000))
            .Concat(Fields.Text(input.AgreedText, nameof(input.AgreedText), max: 4000))
            .Concat(Fields.Text(input.TextReference, nameof(input.TextReference), max: 200))
            .Concat(Known(input.Subject, nameof(input.Subject)))
            .Concat(Known(input.Outcome, nameof(input.Outcome)))
            .ToList();
        if (input.Outcome == PositionOutcome.Agreed && string.IsNullOrWhiteSpace(input.AgreedText))
            faults.Add(new Refusal("agreed-without-text", nameof(input.AgreedText)));
        if (input.RoundId is { } round && !await db.IsRoundOfAsync(round, place, cancellation))
            faults.Add(new Refusal("unknown-round", nameof(input.RoundId)));
        return faults;
    }
}
