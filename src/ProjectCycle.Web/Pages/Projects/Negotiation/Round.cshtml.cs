using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>A round as its form sends it, named as <see cref="RoundInput"/>.</summary>
public sealed class RoundForm
{
    public DateOnly? HeldOn { get; set; }
    public string Place { get; set; } = "";
    public bool IsOnline { get; set; }
    public string OurPeople { get; set; } = "";
    public string TheirPeople { get; set; } = "";
    public string Background { get; set; } = "";
    public string Goal { get; set; } = "";
    public string Strategy { get; set; } = "";
    public string WorkingLanguage { get; set; } = "";
    public string TimeLimit { get; set; } = "";
    public string WayOfDeciding { get; set; } = "";
    public string StatementNote { get; set; } = "";
    public string DiscussionNote { get; set; } = "";
    public string AgreementNote { get; set; } = "";
    public bool PreparationDone { get; set; }
    public bool OpeningDone { get; set; }
    public bool StatementDone { get; set; }
    public bool DiscussionDone { get; set; }
    public bool AgreementDone { get; set; }
    public string Result { get; set; } = "";
    public Guid? MinutesId { get; set; }
}

/// <summary>One round, from its preparation to its minutes.</summary>
public sealed class RoundModel(ProjectPage projects, CurrentUser me, Texts texts, RoundList rounds, DocumentQueries documents, SaveRound save)
    : WorkFormModel<RoundForm>(projects, me, texts)
{
    public override string Part => WorkParts.Rounds;

    public override string Title => Texts[IsNew ? "negotiation.rounds.add" : "negotiation.round.title"];

    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    protected override async Task<(RoundForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await rounds.FindAsync(Project.Id, id, cancellation) is { } round ? (FormOf(round), round.Version) : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        if (Input.HeldOn is not { } heldOn)
            return [new Refusal("required", nameof(Input.HeldOn))];
        var input = InputOf(Input, heldOn);
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation) => Documents = await documents.ListAsync(Project.Id, cancellation);

    private static RoundForm FormOf(NegotiationRound round) => new()
    {
        HeldOn = round.HeldOn,
        Place = round.Place,
        IsOnline = round.IsOnline,
        OurPeople = round.OurPeople,
        TheirPeople = round.TheirPeople,
        Background = round.Background,
        Goal = round.Goal,
        Strategy = round.Strategy,
        WorkingLanguage = round.WorkingLanguage,
        TimeLimit = round.TimeLimit,
        WayOfDeciding = round.WayOfDeciding,
        StatementNote = round.StatementNote,
        DiscussionNote = round.DiscussionNote,
        AgreementNote = round.AgreementNote,
        PreparationDone = round.PreparationDone,
        OpeningDone = round.OpeningDone,
        StatementDone = round.StatementDone,
        DiscussionDone = round.DiscussionDone,
        AgreementDone = round.AgreementDone,
        Result = round.Result,
        MinutesId = round.MinutesId,
    };

    private static RoundInput InputOf(RoundForm form, DateOnly heldOn) => new()
    {
        HeldOn = heldOn,
        Place = form.Place,
        IsOnline = form.IsOnline,
        OurPeople = form.OurPeople,
        TheirPeople = form.TheirPeople,
        Background = form.Background,
        Goal = form.Goal,
        Strategy = form.Strategy,
        WorkingLanguage = form.WorkingLanguage,
        TimeLimit = form.TimeLimit,
        WayOfDeciding = form.WayOfDeciding,
        StatementNote = form.StatementNote,
        DiscussionNote = form.DiscussionNote,
        AgreementNote = form.AgreementNote,
        Done = [.. DoneOf(form)],
        Result = form.Result,
        MinutesId = form.MinutesId,
    };

    private static IEnumerable<NegotiationStep> DoneOf(RoundForm form)
    {
        (bool IsDone, NegotiationStep Step)[] steps =
        [
            (form.PreparationDone, NegotiationStep.Preparation),
            (form.OpeningDone, NegotiationStep.Opening),
            (form.StatementDone, NegotiationStep.Statement),
            (form.DiscussionDone, NegotiationStep.Discussion),
            (form.AgreementDone, NegotiationStep.Agreement),
        ];
        return steps.Where(step => step.IsDone).Select(step => step.Step);
    }
}
