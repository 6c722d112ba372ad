using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>A round as a form hands it over.</summary>
public sealed record RoundInput
{
    public required DateOnly HeldOn { get; init; }
    public string Place { get; init; } = "";
    public bool IsOnline { get; init; }
    public string OurPeople { get; init; } = "";
    public string TheirPeople { get; init; } = "";
    public string Background { get; init; } = "";
    public string Goal { get; init; } = "";
    public string Strategy { get; init; } = "";
    public string WorkingLanguage { get; init; } = "";
    public string TimeLimit { get; init; } = "";
    public string WayOfDeciding { get; init; } = "";
    public string StatementNote { get; init; } = "";
    public string DiscussionNote { get; init; } = "";
    public string AgreementNote { get; init; } = "";
    public IReadOnlyCollection<NegotiationStep> Done { get; init; } = [];
    public string Result { get; init; } = "";
    public Guid? MinutesId { get; init; }
}

/// <summary>Enters a round, changes one, takes one away to which nothing points.</summary>
public sealed class SaveRound(Workbench bench, AppDbContext db)
{
    /// <summary>Enters a round with the next number; one that takes the same number at the same moment is told so.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, RoundInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var place = opened.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        var last = await db.NegotiationRounds.Where(r => r.ProjectId == place.Id).MaxAsync(r => (int?)r.Number, cancellation) ?? 0;
        var round = new NegotiationRound { ProjectId = place.Id, Number = last + 1, HeldOn = input.HeldOn };
        Fill(round, input);
        try
        {
            return await bench.AddAsync(round, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return new Refusal("round-number-taken", null, round.Number);
        }
    }

    /// <summary>Changes one; its number stays.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, RoundInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<NegotiationRound>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (round, place) = found.Value;
        if (await FaultsAsync(input, place, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(round, input);
        return await bench.SaveAsync(round, version, cancellation);
    }

    /// <summary>Takes one away, unless positions or actions point at it.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        if (await db.NegotiationPositions.AnyAsync(p => p.RoundId == id, cancellation) || await db.NegotiationActions.AnyAsync(a => a.RoundId == id, cancellation))
            return new Refusal("round-in-use");
        return await bench.RemoveAsync<NegotiationRound>(id, version, Rights.EditWork, cancellation);
    }

    private static void Fill(NegotiationRound round, RoundInput input)
    {
        round.HeldOn = input.HeldOn;
        round.Place = input.Place.Trim();
        round.IsOnline = input.IsOnline;
        round.OurPeople = input.OurPeople.Trim();
        round.TheirPeople = input.TheirPeople.Trim();
        round.Background = input.Background.Trim();
        round.Goal = input.Goal.Trim();
        round.Strategy = input.Strategy.Trim();
        round.WorkingLanguage = input.WorkingLanguage.Trim();
        round.TimeLimit = input.TimeLimit.Trim();
        round.WayOfDeciding = input.WayOfDeciding.Trim();
        round.StatementNote = input.StatementNote.Trim();
        round.DiscussionNote = input.DiscussionNote.Trim();
        round.AgreementNote = input.AgreementNote.Trim();
        round.PreparationDone = input.Done.Contains(NegotiationStep.Preparation);
        round.OpeningDone = input.Done.Contains(NegotiationStep.Opening);
        round.StatementDone = input.Done.Contains(NegotiationStep.Statement);
        round.DiscussionDone = input.Done.Contains(NegotiationStep.Discussion);
        round.AgreementDone = input.Done.Contains(NegotiationStep.Agreement);
        round.Result = input.Result.Trim();
        round.MinutesId = input.MinutesId;
    }

    private async Task<List<Refusal>> FaultsAsync(RoundInput input, WorkPlace place, CancellationToken cancellation)
    {
        (string Value, string Field)[] notes =
        [
            (input.OurPeople, nameof(input.OurPeople)), (input.TheirPeople, nameof(input.TheirPeople)), (input.Background, nameof(input.Background)),
            (input.Goal, nameof(input.Goal)), (input.Strategy, nameof(input.Strategy)), (input.StatementNote, nameof(input.StatementNote)),
            (input.DiscussionNote, nameof(input.DiscussionNote)), (input.AgreementNote, nameof(input.AgreementNote)),
        ];
        (string Value, string Field)[] lines =
        [
            (input.Place, nameof(input.Place)), (input.WorkingLanguage, nameof(input.WorkingLanguage)), (input.TimeLimit, nameof(input.TimeLimit)),
            (input.WayOfDeciding, nameof(input.WayOfDeciding)),
        ];
        var faults = Fields.Date(input.HeldOn, nameof(input.HeldOn))
            .Concat(notes.SelectMany(note => Fields.Text(note.Value, note.Field, max: 4000)))
            .Concat(lines.SelectMany(line => Fields.Text(line.Value, line.Field, max: 200)))
            .Concat(Fields.Text(input.Result, nameof(input.Result), max: 500))
            .ToList();
        if (!input.IsOnline && string.IsNullOrWhiteSpace(input.Place))
            faults.Add(new Refusal("place-or-online", nameof(input.Place)));
        if (!await bench.HasDocumentAsync(input.MinutesId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.MinutesId)));
        return faults;
    }
}
