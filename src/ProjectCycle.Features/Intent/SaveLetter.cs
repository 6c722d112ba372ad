using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Intent;

/// <summary>A letter of intent as a form hands it over.</summary>
public sealed record LetterInput
{
    public string OurParty { get; init; } = "";
    public string PartnerParty { get; init; } = "";
    public string Level { get; init; } = "";
    public string Intent { get; init; } = "";
    public string CandidateFields { get; init; } = "";
    public string NextContact { get; init; } = "";
    public DateOnly? NextContactOn { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public string OurSignatory { get; init; } = "";
    public string PartnerSignatory { get; init; } = "";
    public string Languages { get; init; } = "";
    public bool IsBinding { get; init; }
    public LetterState State { get; init; }
    public DateOnly? SignedOn { get; init; }
}

/// <summary>Writes a project's letter of intent, in as many sittings as it takes.</summary>
public sealed class SaveLetter(Workbench bench) : SaveRow<LetterOfIntent, LetterInput>(bench)
{
    protected override LetterOfIntent New(Guid projectId, LetterInput input) => new() { ProjectId = projectId };

    protected override Task<List<Refusal>> FaultsAsync(LetterInput input, LetterOfIntent row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input, Bench.Today(place)).ToList());

    protected override void Fill(LetterOfIntent row, LetterInput input)
    {
        row.OurParty = input.OurParty.Trim();
        row.PartnerParty = input.PartnerParty.Trim();
        row.Level = input.Level.Trim();
        row.Intent = input.Intent.Trim();
        row.CandidateFields = input.CandidateFields.Trim();
        row.NextContact = input.NextContact.Trim();
        row.NextContactOn = input.NextContactOn;
        row.ValidUntil = input.ValidUntil;
        row.OurSignatory = input.OurSignatory.Trim();
        row.PartnerSignatory = input.PartnerSignatory.Trim();
        row.Languages = input.Languages.Trim();
        row.IsBinding = input.IsBinding;
        row.State = input.State;
        row.SignedOn = input.SignedOn;
    }

    /// <summary>A project has one.</summary>
    protected override Task<Outcome<Guid>> InsertAsync(LetterOfIntent row, CancellationToken cancellation) => Bench.AddOnlyAsync(row, cancellation);

    private static IEnumerable<Refusal> Faults(LetterInput input, DateOnly today)
    {
        var texts = Fields.Text(input.OurParty, nameof(input.OurParty), max: 200)
            .Concat(Fields.Text(input.PartnerParty, nameof(input.PartnerParty), max: 200))
            .Concat(Fields.Text(input.Level, nameof(input.Level), max: 200))
            .Concat(Fields.Text(input.Intent, nameof(input.Intent), max: 4000))
            .Concat(Fields.Text(input.CandidateFields, nameof(input.CandidateFields), max: 2000))
            .Concat(Fields.Text(input.NextContact, nameof(input.NextContact), max: 500))
            .Concat(Fields.Text(input.OurSignatory, nameof(input.OurSignatory), max: 200))
            .Concat(Fields.Text(input.PartnerSignatory, nameof(input.PartnerSignatory), max: 200))
            .Concat(Fields.Text(input.Languages, nameof(input.Languages), max: 200));
        var dates = Fields.Date(input.NextContactOn, nameof(input.NextContactOn))
            .Concat(Fields.Date(input.ValidUntil, nameof(input.ValidUntil)))
            .Concat(Fields.Date(input.SignedOn, nameof(input.SignedOn)));
        return texts.Concat(dates).Concat(Signing(input, today));
    }

    /// <summary>A signed letter has its day, one that is not signed has none, and it holds at least on that day.</summary>
    private static IEnumerable<Refusal> Signing(LetterInput input, DateOnly today)
    {
        if (!Enum.IsDefined(input.State))
            yield return new Refusal("required", nameof(input.State));
        if (input.State == LetterState.SignedByBoth && input.SignedOn is null)
            yield return new Refusal("required", nameof(input.SignedOn));
        if (input.State != LetterState.SignedByBoth && input.SignedOn is not null)
            yield return new Refusal("not-signed-yet", nameof(input.SignedOn));
        if (input.SignedOn > today)
            yield return new Refusal("date-in-future", nameof(input.SignedOn));
        if (input.ValidUntil < input.SignedOn)
            yield return new Refusal("valid-before-signed", nameof(input.ValidUntil));
    }
}
