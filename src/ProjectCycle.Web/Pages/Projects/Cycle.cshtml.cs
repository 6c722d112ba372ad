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

/// <summary>A request for a decision as its form sends it.</summary>
public sealed class AskForm
{
    public string Authority { get; set; } = "";
    public string Note { get; set; } = "";
}

/// <summary>A condition of an approval, met or open again, as its form sends it.</summary>
public sealed class FollowUpForm
{
    public Guid Id { get; set; }
    public int Version { get; set; }
    public bool Met { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>The gate card: what the next move asks for, who can supply it, what would happen; conditions to follow up; and the other moves.</summary>
public sealed class CycleModel(
    ProjectPage projects,
    CurrentUser me,
    GateCard gates,
    FollowUps followUps,
    MoveProject mover,
    ConfirmItem confirmer,
    RequestDecision asker,
    WithdrawRequest withdrawer,
    RecordDecision recorder,
    MeetCondition meeter,
    DocumentQueries documents,
    Texts texts)
    : ProjectTabModel(projects, me)
{
    public MoveForm Move { get; private set; } = new();
    public DecisionForm Decision { get; private set; } = new();
    public AskForm Ask { get; private set; } = new();
    public FollowUpForm FollowUp { get; private set; } = new();

    /// <summary>The checklist item whose form came back.</summary>
    public string Item { get; private set; } = "";

    public string Note { get; private set; } = "";
    public IReadOnlyList<MoveView> Moves { get; private set; } = [];
    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];
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
        if (!decision.Check(ModelState, texts, nameof(Decision)))
            return await AgainAsync(cancellation);
        var outcome = await recorder.HandleAsync(Project.Code, decision.ToInput(), cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals, nameof(Decision), cancellation);
        TempData.FlashDone(texts["gate.decided"]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));
    }

    public async Task<IActionResult> OnPostAskAsync([Bind(Prefix = "Ask")] AskForm ask, CancellationToken cancellation)
    {
        Ask = ask;
        var outcome = await asker.HandleAsync(Project.Code, ask.Authority, ask.Note, cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals, nameof(Ask), cancellation);
        TempData.FlashDone(texts["request.asked"]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid request, CancellationToken cancellation)
    {
        var outcome = await withdrawer.HandleAsync(request, cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals, "", cancellation);
        TempData.FlashDone(texts["request.withdrawn"]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));
    }

    public async Task<IActionResult> OnPostMeetAsync([Bind(Prefix = "FollowUp")] FollowUpForm followUp, CancellationToken cancellation)
    {
        FollowUp = followUp;
        var outcome = await meeter.HandleAsync(followUp.Id, followUp.Met, followUp.Note, followUp.Version, cancellation);
        if (!outcome.Succeeded)
            return await RefusedAsync(outcome.Refusals, nameof(FollowUp), cancellation);
        TempData.FlashDone(texts[followUp.Met ? "follow-up.done" : "follow-up.reopened"]);
        return LocalRedirect(ProjectLinks.Cycle(Project.Code));
    }

    /// <summary>True when the person may confirm this item, or take it back.</summary>
    public bool MayConfirm(string item) =>
        May(Rights.ConfirmItem) && View.Template.Checklist.Any(i => i.Code == item && i.ConfirmedBy.Intersect(Me.Roles).Any());

    /// <summary>True when the person may record what this authority decided.</summary>
    public bool MayDecide(string authority) =>
        May(Rights.RecordDecision) && View.Template.Authorities.Any(a => a.Code == authority && Me.MayDecide(a));

    /// <summary>True when the person may take the request back: they asked, or they are a manager.</summary>
    public bool MayWithdraw(RequestView request) => May(Rights.RequestDecision) && (request.AskedById == Me.Id || Me.Roles.Contains(Role.Manager));

    /// <summary>True when the person could decide, had they not asked themselves.</summary>
    public bool IsOwnToDecide(RequestView? request, string authority) => request?.AskedById == Me.Id && MayDecide(authority);

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
        FollowUps = await followUps.OfProjectAsync(Project.Id, cancellation);
        Documents = await documents.ListAsync(Project.Id, cancellation);
    }
}
