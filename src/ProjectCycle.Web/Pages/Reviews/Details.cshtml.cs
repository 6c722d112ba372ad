using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reviews;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects;

namespace ProjectCycle.Web.Pages.Reviews;

/// <summary>One request: what is asked, what changed since the authority last looked, the papers, and the form that answers it.</summary>
[Authorize(Policy = "review.view")]
public sealed class DetailsModel(
    ReviewPage reviews, DocumentQueries documents, RecordDecision recorder, WithdrawRequest withdrawer, TemplateCatalog templates, CurrentUser me, Texts texts, Show show)
    : PageModel
{
    public ReviewView Review { get; private set; } = null!;
    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];
    public DecisionForm Decision { get; private set; } = new();

    /// <summary>Puts the changes into words.</summary>
    public AuditWords Words { get; private set; } = null!;

    /// <summary>A decision came back with faults.</summary>
    public bool IsBack { get; private set; }

    public bool IsOpen => Review.Request.IsOpen;
    public bool IsOwn => Review.Request.AskedById == me.Id;
    public bool MayDecide => IsOpen && !IsOwn && me.Scope(Rights.RecordDecision).Reaches(Review.View.Project.UnitId) && me.MayDecide(Review.Authority);
    public bool MayWithdraw => IsOpen && me.Can(Rights.RequestDecision) && (IsOwn || me.Roles.Contains(Role.Manager));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Decision = new DecisionForm { RequestId = id };
        return await ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, [Bind(Prefix = "Decision")] DecisionForm decision, CancellationToken cancellation)
    {
        (Decision, IsBack) = (decision, true);
        if (await reviews.FindAsync(id, cancellation) is not { } review)
            return NotFound();
        if (!me.Can(Rights.RecordDecision))
            return Forbid();
        (decision.RequestId, decision.AuthorityCode) = (id, review.Authority.Code);
        if (!decision.Check(ModelState, texts, nameof(Decision)))
            return await ShowAsync(id, cancellation);
        var outcome = await recorder.HandleAsync(review.View.Project.Code, decision.ToInput(), cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (!outcome.Succeeded)
            return await RefusedAsync(id, outcome.Refusals, nameof(Decision), cancellation);
        TempData.FlashDone(texts["reviews.decided", review.View.Project.Code, review.Authority.Name]);
        return LocalRedirect("/reviews");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await withdrawer.HandleAsync(id, cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (!outcome.Succeeded)
            return await RefusedAsync(id, outcome.Refusals, "", cancellation);
        TempData.FlashDone(texts["request.withdrawn"]);
        return LocalRedirect("/reviews");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, IEnumerable<Refusal> refusals, string prefix, CancellationToken cancellation)
    {
        ModelState.Add(refusals, texts, prefix);
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(id, cancellation) is not { } review)
            return NotFound();
        Review = review;
        Documents = await documents.ListAsync(review.View.Project.Id, cancellation);
        Words = new AuditWords(review.Changes.Names, templates.Versions(review.View.Template), texts, show);
        return Page();
    }
}
