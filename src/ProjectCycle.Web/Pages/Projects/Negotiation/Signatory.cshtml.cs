using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>A signatory as its form sends it, named as <see cref="SignatoryInput"/>.</summary>
public sealed class SignatoryForm
{
    public string Name { get; set; } = "";
    public string Office { get; set; } = "";
    public NegotiationSide Side { get; set; }
    public DateOnly? PlannedOn { get; set; }
    public DateOnly? SignedOn { get; set; }
    public string Place { get; set; } = "";
}

/// <summary>One who signs.</summary>
public sealed class SignatoryModel(ProjectPage projects, CurrentUser me, Texts texts, SigningSheet sheet, SaveSignatory save)
    : WorkFormModel<SignatoryForm>(projects, me, texts)
{
    public override string Part => WorkParts.Signing;

    public override string Title => Texts[IsNew ? "negotiation.signatories.add" : "negotiation.signatory.title"];

    protected override async Task<(SignatoryForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await sheet.SignatoryAsync(Project.Id, id, cancellation) is { } signatory
            ? (new SignatoryForm
            {
                Name = signatory.Name,
                Office = signatory.Office,
                Side = signatory.Side,
                PlannedOn = signatory.PlannedOn,
                SignedOn = signatory.SignedOn,
                Place = signatory.Place,
            }, signatory.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new SignatoryInput
        {
            Name = Input.Name,
            Office = Input.Office,
            Side = Input.Side,
            PlannedOn = Input.PlannedOn,
            SignedOn = Input.SignedOn,
            Place = Input.Place,
        };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
