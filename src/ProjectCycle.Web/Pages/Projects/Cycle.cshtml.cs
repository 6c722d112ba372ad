using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A move as its form sends it.</summary>
public sealed class MoveForm
{
    public MoveKind Kind { get; set; }

    /// <summary>The stage to return to, on a return alone.</summary>
    public string To { get; set; } = "";

    /// <summary>The state the person looked at, to say what happened meanwhile.</summary>
    public string From { get; set; } = "";

    public int Version { get; set; }
    public string Reason { get; set; } = "";
    public string ObstacleCode { get; set; } = "";
    public ObstacleParty Party { get; set; }
}

/// <summary>A decision as its form sends it.</summary>
public sealed class DecisionForm
{
    public string AuthorityCode { get; set; } = "";
    public DecisionOutcome Outcome { get; set; }
    public string LetterNumber { get; set; } = "";
    public DateOnly? DecidedOn { get; set; }
    public string Reason { get; set; } = "";
    public Guid? DocumentId { get; set; }
}

/// <summary>The gate card: what the next move asks for, who can supply it, what would happen; and the other moves.</summary>
public sealed class CycleModel(
    ProjectPage projects, CurrentUser me, GateCard gates, MoveProject mover, ConfirmItem confirmer, RecordDecision recorder, DocumentQueries documents, Texts texts)
    : ProjectTabModel(projects, me)
{
    public MoveForm Move { get; private set; } = new();
    public DecisionForm Decision { get; private set; } = new();

    /// <summary>The checklist item whose form came back.</summary>
    public string Item { get; private set; } = "";

    public string Note { get; private set; } = "";
    public IReadOnlyList<MoveView> Moves { get; private set; } = [];
    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];
    public override ProjectTab? Tab => ProjectTab.Cycle;

    /// <summary>The move that leads on: advance, close, or resume from a hold.</summary>
    public MoveView? Forward => Moves.FirstOrDefault(move => move.Check.Trigger.Kind is MoveKind.Advance or MoveKind.Close or MoveKind.Resume);

    /// <summary>The other moves by kind; a return has one for each stage it may go back to.</summary>
    public IEnumerable<IGrouping<MoveKind, MoveView>> Others => Moves.Where(move => move != Forward).GroupBy(move => move.Check.Trigger.Kind);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostMoveAsync([Bind(Prefix = "Move")] MoveForm move, CancellationToken cancellation)
    {
        Move = move;
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var outcome = await mover.HandleAsync(
            new MoveRequest
            {
                ProjectCode = Project.Code,
                Trigger = new Trigger(move.Kind, move.Kind == MoveKind.Return ? move.To : null),
                Version = move.Version,
                Reason = move.Reason,
                ObstacleCode = move.ObstacleCode,
                Party = move.Party,
            },
            cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals.Select(Told), nameof(Move), cancellation);
        TempData.FlashDone(texts["gate.moved", Project.Code, View.Template.State(outcome.Value.To).Name]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));

        // What changed meanwhile was a move: then say where the project stands now.
        Refusal Told(Refusal refusal) => refusal.Code == "changed-meanwhile" && move.From != Project.State
            ? new Refusal("moved-meanwhile", null, [.. refusal.Args, View.State.Name])
            : refusal;
    }

    public async Task<IActionResult> OnPostConfirmAsync(string item, bool confirmed, string note, CancellationToken cancellation)
    {
        (Item, Note) = (item, note ?? "");
        var outcome = await confirmer.HandleAsync(Project.Code, item, confirmed, Note, cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals, "", cancellation);
        TempData.FlashDone(texts[confirmed ? "gate.confirmed" : "gate.withdrawn"]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));
    }

    public async Task<IActionResult> OnPostDecideAsync([Bind(Prefix = "Decision")] DecisionForm decision, CancellationToken cancellation)
    {
        Decision = decision;
        if (decision.DecidedOn is null && ModelState.IsValid)
            ModelState.Add([new Refusal("required", nameof(decision.DecidedOn))], texts, nameof(Decision));
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var outcome = await recorder.HandleAsync(
            Project.Code,
            new DecisionInput
            {
                AuthorityCode = decision.AuthorityCode,
                Outcome = decision.Outcome,
                LetterNumber = decision.LetterNumber,
                DecidedOn = decision.DecidedOn!.Value,
                Reason = decision.Reason,
                DocumentId = decision.DocumentId,
            },
            cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals, nameof(Decision), cancellation);
        TempData.FlashDone(texts["gate.decided"]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));
    }

    /// <summary>True when the person may confirm this item, or take it back.</summary>
    public bool MayConfirm(string item) =>
        May(Rights.ConfirmItem) && View.Template.Checklist.Any(i => i.Code == item && i.ConfirmedBy.Intersect(Me.Roles).Any());

    /// <summary>True when the person may record what this authority decided.</summary>
    public bool MayDecide(string authority) =>
        May(Rights.RecordDecision) && View.Template.Authorities.Any(a => a.Code == authority && a.RecordedBy.Intersect(Me.Roles).Any());

    private async Task<PageResult> RefusedAsync(IEnumerable<Refusal> refusals, string prefix, CancellationToken cancellation)
    {
        ModelState.Add(refusals, texts, prefix);
        return await AgainAsync(cancellation);
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Moves = await gates.MovesAsync(View, cancellation);
        Documents = await documents.ListAsync(Project.Id, cancellation);
    }
}
