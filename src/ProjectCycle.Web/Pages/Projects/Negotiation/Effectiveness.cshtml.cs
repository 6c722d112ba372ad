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

/// <summary>A condition of effectiveness as its form sends it, named as <see cref="EffectivenessInput"/>.</summary>
public sealed class EffectivenessForm
{
    public string Requirement { get; set; } = "";
    public DateOnly? DueOn { get; set; }
    public NegotiationSide Side { get; set; }
    public DateOnly? MetOn { get; set; }
    public Guid? EvidenceId { get; set; }
}

/// <summary>One condition of effectiveness.</summary>
public sealed class EffectivenessModel(ProjectPage projects, CurrentUser me, Texts texts, SigningSheet sheet, DocumentQueries documents, SaveEffectivenessCondition save)
    : WorkFormModel<EffectivenessForm>(projects, me, texts)
{
    public override string Part => WorkParts.Signing;

    public override string Title => Texts[IsNew ? "negotiation.effectiveness.add" : "negotiation.effectiveness.title"];

    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    protected override async Task<(EffectivenessForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await sheet.ConditionAsync(Project.Id, id, cancellation) is { } condition
            ? (new EffectivenessForm
            {
                Requirement = condition.Requirement,
                DueOn = condition.DueOn,
                Side = condition.Side,
                MetOn = condition.MetOn,
                EvidenceId = condition.EvidenceId,
            }, condition.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        if (Input.DueOn is not { } due)
            return [new Refusal("required", nameof(Input.DueOn))];
        var input = new EffectivenessInput
        {
            Requirement = Input.Requirement,
            DueOn = due,
            Side = Input.Side,
            MetOn = Input.MetOn,
            EvidenceId = Input.EvidenceId,
        };
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation) => Documents = await documents.ListAsync(Project.Id, cancellation);
}
