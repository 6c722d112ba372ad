using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.People;
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
public sealed class SaveLetter(Workbench bench)
{
    /// <summary>Begins the letter; a project has one.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, LetterInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input, bench.Today(opened.Value)).ToList() is { Count: > 0 } faults)
            return faults;
        var letter = new LetterOfIntent { ProjectId = opened.Value.Id };
        Fill(letter, input);
        return await bench.AddOnlyAsync(letter, cancellation);
    }

    /// <summary>Writes on.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, LetterInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<LetterOfIntent>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (letter, place) = found.Value;
        if (Faults(input, bench.Today(place)).ToList() is { Count: > 0 } faults)
            return faults;
        Fill(letter, input);
        return await bench.SaveAsync(letter, version, cancellation);
    }

    /// <summary>Takes it away.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<LetterOfIntent>(id, version, Rights.EditWork, cancellation);

    private static void Fill(LetterOfIntent letter, LetterInput input)
    {
        letter.OurParty = input.OurParty.Trim();
        letter.PartnerParty = input.PartnerParty.Trim();
        letter.Level = input.Level.Trim();
        letter.Intent = input.Intent.Trim();
        letter.CandidateFields = input.CandidateFields.Trim();
        letter.NextContact = input.NextContact.Trim();
        letter.NextContactOn = input.NextContactOn;
        letter.ValidUntil = input.ValidUntil;
        letter.OurSignatory = input.OurSignatory.Trim();
        letter.PartnerSignatory = input.PartnerSignatory.Trim();
        letter.Languages = input.Languages.Trim();
        letter.IsBinding = input.IsBinding;
        letter.State = input.State;
        letter.SignedOn = input.SignedOn;
    }

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
