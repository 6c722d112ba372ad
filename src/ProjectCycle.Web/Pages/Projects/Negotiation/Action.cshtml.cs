using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>An action as its form sends it, named as <see cref="ActionInput"/>.</summary>
public sealed class ActionForm
{
    public string Task { get; set; } = "";
    public Guid? OwnerId { get; set; }
    public string PartnerOwner { get; set; } = "";
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string Note { get; set; } = "";
    public Guid? RoundId { get; set; }
}

/// <summary>One action.</summary>
public sealed class ActionModel(ProjectPage projects, CurrentUser me, Texts texts, ActionList actions, RoundList rounds, PeopleQueries people, SaveAction save)
    : WorkFormModel<ActionForm>(projects, me, texts)
{
    public override string Part => WorkParts.Actions;

    public override string Title => Texts[IsNew ? "negotiation.actions.add" : "negotiation.action.title"];

    public IReadOnlyList<RoundChoice> Rounds { get; private set; } = [];
    public IReadOnlyList<Choice> People { get; private set; } = [];

    protected override async Task<(ActionForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await actions.FindAsync(Project.Id, id, cancellation) is { } action
            ? (new ActionForm
            {
                Task = action.Task,
                OwnerId = action.OwnerId,
                PartnerOwner = action.PartnerOwner,
                DueOn = action.DueOn,
                DoneOn = action.DoneOn,
                Note = action.Note,
                RoundId = action.RoundId,
            }, action.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new ActionInput
        {
            Task = Input.Task,
            OwnerId = Input.OwnerId,
            PartnerOwner = Input.PartnerOwner,
            DueOn = Input.DueOn,
            DoneOn = Input.DoneOn,
            Note = Input.Note,
            RoundId = Input.RoundId,
        };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Rounds = await rounds.ChoicesAsync(Project.Id, cancellation);
        People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);
    }
}
