using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
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
public sealed class SavePosition(Workbench bench, AppDbContext db)
{
    /// <summary>Puts an item on the agenda.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, PositionInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await FaultsAsync(input, opened.Value, cancellation) is { Count: > 0 } faults)
            return faults;
        var position = new NegotiationPosition { ProjectId = opened.Value.Id, AgendaItem = input.AgendaItem, Subject = input.Subject, Ours = input.Ours };
        Fill(position, input);
        return await bench.AddAsync(position, cancellation);
    }

    /// <summary>Changes one; one that is agreed needs its text.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, PositionInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<NegotiationPosition>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (position, place) = found.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(position, input);
        return await bench.SaveAsync(position, version, cancellation);
    }

    /// <summary>Takes one off the agenda.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<NegotiationPosition>(id, version, Rights.EditWork, cancellation);

    private static void Fill(NegotiationPosition position, PositionInput input)
    {
        position.AgendaItem = input.AgendaItem.Trim();
        position.Subject = input.Subject;
        position.Ours = input.Ours.Trim();
        position.Interest = input.Interest.Trim();
        position.Fallback = input.Fallback.Trim();
        position.Theirs = input.Theirs.Trim();
        position.Outcome = input.Outcome;
        position.AgreedText = input.AgreedText.Trim();
        position.TextReference = input.TextReference.Trim();
        position.RoundId = input.RoundId;
    }

    private async Task<List<Refusal>> FaultsAsync(PositionInput input, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.AgendaItem, nameof(input.AgendaItem), max: 200)
            .Concat(Fields.Required(input.Ours, nameof(input.Ours), max: 2000))
            .Concat(Fields.Text(input.Interest, nameof(input.Interest), max: 2000))
            .Concat(Fields.Text(input.Fallback, nameof(input.Fallback), max: 2000))
            .Concat(Fields.Text(input.Theirs, nameof(input.Theirs), max: 2000))
            .Concat(Fields.Text(input.AgreedText, nameof(input.AgreedText), max: 4000))
            .Concat(Fields.Text(input.TextReference, nameof(input.TextReference), max: 200))
            .ToList();
        if (!Enum.IsDefined(input.Subject))
            faults.Add(new Refusal("bad-value", nameof(input.Subject)));
        if (!Enum.IsDefined(input.Outcome))
            faults.Add(new Refusal("bad-value", nameof(input.Outcome)));
        if (input.Outcome == PositionOutcome.Agreed && string.IsNullOrWhiteSpace(input.AgreedText))
            faults.Add(new Refusal("agreed-without-text", nameof(input.AgreedText)));
        if (input.RoundId is { } round && !await db.IsRoundOfAsync(round, place, cancellation))
            faults.Add(new Refusal("unknown-round", nameof(input.RoundId)));
        return faults;
    }
}
