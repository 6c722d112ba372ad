using ProjectCycle.Domain;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>An item of the agenda as its form sends it, named as <see cref="PositionInput"/>.</summary>
public sealed class PositionForm
{
    public string AgendaItem { get; set; } = "";
    public NegotiationSubject Subject { get; set; }
    public string Ours { get; set; } = "";
    public string Interest { get; set; } = "";
    public string Fallback { get; set; } = "";
    public string Theirs { get; set; } = "";
    public PositionOutcome Outcome { get; set; }
    public string AgreedText { get; set; } = "";
    public string TextReference { get; set; } = "";
    public Guid? RoundId { get; set; }
}

/// <summary>One item of the agenda.</summary>
public sealed class PositionModel(ProjectPage projects, CurrentUser me, Texts texts, PositionMatrix matrix, RoundList rounds, SavePosition save)
    : WorkFormModel<PositionForm>(projects, me, texts)
{
    public override string Part => WorkParts.Positions;

    public override string Title => Texts[IsNew ? "negotiation.positions.add" : "negotiation.position.title"];

    public IReadOnlyList<RoundChoice> Rounds { get; private set; } = [];

    protected override async Task<(PositionForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await matrix.FindAsync(Project.Id, id, cancellation) is { } row
            ? (new PositionForm
            {
                AgendaItem = row.AgendaItem,
                Subject = row.Subject,
                Ours = row.Ours,
                Interest = row.Interest,
                Fallback = row.Fallback,
                Theirs = row.Theirs,
                Outcome = row.Outcome,
                AgreedText = row.AgreedText,
                TextReference = row.TextReference,
                RoundId = row.RoundId,
            }, row.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new PositionInput
        {
            AgendaItem = Input.AgendaItem,
            Subject = Input.Subject,
            Ours = Input.Ours,
            Interest = Input.Interest,
            Fallback = Input.Fallback,
            Theirs = Input.Theirs,
            Outcome = Input.Outcome,
            AgreedText = Input.AgreedText,
            TextReference = Input.TextReference,
            RoundId = Input.RoundId,
        };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        Rounds = await rounds.ChoicesAsync(Project.Id, cancellation);
}
