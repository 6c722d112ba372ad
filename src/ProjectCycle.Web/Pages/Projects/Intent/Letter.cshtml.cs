using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Intent;

/// <summary>The inputs, as <see cref="LetterInput"/> names them.</summary>
public sealed class LetterForm
{
    public string OurParty { get; set; } = "";
    public string PartnerParty { get; set; } = "";
    public string Level { get; set; } = "";
    public string Intent { get; set; } = "";
    public string CandidateFields { get; set; } = "";
    public string NextContact { get; set; } = "";
    public DateOnly? NextContactOn { get; set; }
    public DateOnly? ValidUntil { get; set; }
    public string OurSignatory { get; set; } = "";
    public string PartnerSignatory { get; set; } = "";
    public string Languages { get; set; } = "";
    public bool IsBinding { get; set; }
    public LetterState State { get; set; }
    public DateOnly? SignedOn { get; set; }
}

/// <summary>The form of the letter of intent.</summary>
public sealed class LetterModel(ProjectPage projects, CurrentUser me, IntentQueries intent, SaveLetter save, Texts texts) : WorkFormModel<LetterForm>(projects, me, texts)
{
    public override string Part => WorkParts.LetterOfIntent;
    public override string Title => Texts[IsNew ? "letter.begin" : "letter.change"];

    protected override async Task<(LetterForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await intent.LetterAsync(Project.Id, cancellation) is not { } letter || letter.Id != id)
            return null;
        var form = new LetterForm
        {
            OurParty = letter.OurParty,
            PartnerParty = letter.PartnerParty,
            Level = letter.Level,
            Intent = letter.Intent,
            CandidateFields = letter.CandidateFields,
            NextContact = letter.NextContact,
            NextContactOn = letter.NextContactOn,
            ValidUntil = letter.ValidUntil,
            OurSignatory = letter.OurSignatory,
            PartnerSignatory = letter.PartnerSignatory,
            Languages = letter.Languages,
            IsBinding = letter.IsBinding,
            State = letter.State,
            SignedOn = letter.SignedOn,
        };
        return (form, letter.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) => Id is { } id
        ? (await save.ChangeAsync(id, Wanted(), Version, cancellation)).Refusals
        : (await save.AddAsync(Project.Code, Wanted(), cancellation)).Refusals;

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    private LetterInput Wanted() => new()
    {
        OurParty = Input.OurParty,
        PartnerParty = Input.PartnerParty,
        Level = Input.Level,
        Intent = Input.Intent,
        CandidateFields = Input.CandidateFields,
        NextContact = Input.NextContact,
        NextContactOn = Input.NextContactOn,
        ValidUntil = Input.ValidUntil,
        OurSignatory = Input.OurSignatory,
        PartnerSignatory = Input.PartnerSignatory,
        Languages = Input.Languages,
        IsBinding = Input.IsBinding,
        State = Input.State,
        SignedOn = Input.SignedOn,
    };
}
