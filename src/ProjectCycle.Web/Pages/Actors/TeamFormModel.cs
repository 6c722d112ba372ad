using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Features.Actors;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Actors;

/// <summary>The form of one row of a unit's team: a new one, else the row with the address's id.</summary>
/// <typeparam name="TInput">The inputs, named as the use case's refusals name them.</typeparam>
[Authorize(Policy = "work.edit")]
public abstract class TeamFormModel<TInput>(TeamQueries teams, Texts texts) : PageModel
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The row's version when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null for a new row.</summary>
    public Guid? Id => Guid.TryParse((string?)RouteData.Values["id"], out var id) ? id : null;

    public bool IsNew => Id is null;
    public TeamView View { get; private set; } = null!;

    protected Guid UnitId => View.Unit.Id;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Guid.TryParse((string?)RouteData.Values["unit"], out var unit) || await teams.FindAsync(unit, HttpContext.RequestAborted) is not { } view)
        {
            context.Result = NotFound();
            return;
        }
        View = view;
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Read() is not { } row)
            return NotFound();
        (Input, Version) = row;
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            Outcome<Done> saved = (await SaveAsync(cancellation)).ToList();
            if (this.Turned(saved) is { } turned)
                return turned;
            if (saved.Succeeded)
                return Back(IsNew ? "work.added" : "work.saved");
            ModelState.Add(saved.Refusals, texts, nameof(Input));
            if (saved.LostRace())
                await KnowPresentVersionAsync(cancellation);
        }
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
            return NotFound();
        var removed = await RemoveAsync(id, cancellation);
        if (this.Turned(removed) is { } turned)
            return turned;
        if (removed.Succeeded)
            return Back("work.removed");
        TempData.FlashWarning(removed.Sentence(texts));
        return LocalRedirect(TeamLinks.Of(UnitId));
    }

    /// <summary>The row as its form shows it, with its version; null when it is not one of this team.</summary>
    protected abstract (TInput Input, int Version)? Read();

    /// <summary>Adds or changes the row by <see cref="Id"/>; the reasons why not.</summary>
    protected abstract Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation);

    protected abstract Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation);

    /// <summary>What the form chooses from.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellation) => Task.CompletedTask;

    private LocalRedirectResult Back(string doneText)
    {
        TempData.FlashDone(texts[doneText]);
        return LocalRedirect(TeamLinks.Of(UnitId));
    }

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private async Task KnowPresentVersionAsync(CancellationToken cancellation)
    {
        View = (await teams.FindAsync(UnitId, cancellation))!;
        ModelState.Remove(nameof(Version));
        Version = Read()?.Version ?? Version;
    }
}
