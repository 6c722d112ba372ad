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
public sealed class SaveRound(Workbench bench, AppDbContext db) : SaveRow<NegotiationRound, RoundInput>(bench)
{
    /// <summary>Takes one away, unless positions or actions point at it.</summary>
    public override async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await Bench.FindAsync<NegotiationRound>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (await db.NegotiationPositions.AnyAsync(p => p.RoundId == id, cancellation) || await db.NegotiationActions.AnyAsync(a => a.RoundId == id, cancellation))
            return new Refusal("round-in-use");
        return await base.RemoveAsync(id, version, cancellation);
    }

    protected override NegotiationRound New(Guid projectId, RoundInput input) => new() { ProjectId = projectId, HeldOn = input.HeldOn };

    protected override void Fill(NegotiationRound row, RoundInput input)
    {
        row.HeldOn = input.HeldOn;
        row.Place = input.Place.Trim();
        row.IsOnline = input.IsOnline;
        row.OurPeople = input.OurPeople.Trim();
        row.TheirPeople = input.TheirPeople.Trim();
        row.Background = input.Background.Trim();
        row.Goal = input.Goal.Trim();
        row.Strategy = input.Strategy.Trim();
        row.WorkingLanguage = input.WorkingLanguage.Trim();
        row.TimeLimit = input.TimeLimit.Trim();
        row.WayOfDeciding = input.WayOfDeciding.Trim();
        row.StatementNote = input.StatementNote.Trim();
        row.DiscussionNote = input.DiscussionNote.Trim();
        row.AgreementNote = input.AgreementNote.Trim();
        row.PreparationDone = input.Done.Contains(NegotiationStep.Preparation);
        row.OpeningDone = input.Done.Contains(NegotiationStep.Opening);
        row.StatementDone = input.Done.Contains(NegotiationStep.Statement);
        row.DiscussionDone = input.Done.Contains(NegotiationStep.Discussion);
        row.AgreementDone = input.Done.Contains(NegotiationStep.Agreement);
        row.Result = input.Result.Trim();
        row.MinutesId = input.MinutesId;
    }

    /// <summary>Its number is the next one; one that takes the same number at the same moment is told so.</summary>
    protected override async Task<Outcome<Guid>> InsertAsync(NegotiationRound row, CancellationToken cancellation)
    {
        row.Number = 1 + (await db.NegotiationRounds.Where(r => r.ProjectId == row.ProjectId).MaxAsync(r => (int?)r.Number, cancellation) ?? 0);
        try
        {
            return await base.InsertAsync(row, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return new Refusal("round-number-taken", null, row.Number);
        }
    }

    protected override async Task<List<Refusal>> FaultsAsync(RoundInput input, NegotiationRound row, WorkPlace place, CancellationToken cancellation)
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
        if (!await Bench.HasDocumentAsync(input.MinutesId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.MinutesId)));
        return faults;
    }
}
