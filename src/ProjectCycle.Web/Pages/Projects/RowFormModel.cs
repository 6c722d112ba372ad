using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>The form of one row of a part: a new one at <c>.../new</c>, else the row with that id.</summary>
/// <typeparam name="TInput">The inputs, named as the use case's refusals name them.</typeparam>
public abstract class RowFormModel<TInput>(ProjectPage projects, CurrentUser me, Texts texts) : PartPageModel(projects, me)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The row's version when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null for a new row.</summary>
    public virtual Guid? Id => Guid.TryParse((string?)RouteData.Values["id"], out var id) ? id : null;

    public bool IsNew => Id is null;

    protected Texts Texts { get; } = texts;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (Id is { } id)
        {
            if (await ReadAsync(id, cancellation) is not { } row)
                return NotFound();
            (Input, Version) = row;
        }
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var refusals = await SaveAsync(cancellation);
            if (refusals.Count == 0)
            {
                TempData.FlashDone(Texts[IsNew ? "work.added" : "work.saved"]);
                return LocalRedirect(Here);
            }
            if (this.Turned((Outcome<Done>)refusals.ToList()) is { } turned)
                return turned;
            ModelState.Add(refusals, Texts, nameof(Input));
            if (((Outcome<Done>)refusals.ToList()).LostRace())
                await KnowPresentVersionAsync(cancellation);
        }
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) =>
        Id is { } id ? Answer(await RemoveAsync(id, cancellation), "work.removed", Texts) : NotFound();

    /// <summary>The row as its form shows it, with its version; null when it is not one of this project.</summary>
    protected abstract Task<(TInput Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation);

    /// <summary>Adds or changes the row by <see cref="Id"/>; the reasons why not.</summary>
    protected abstract Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation);

    protected abstract Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation);

    /// <summary>What the form chooses from.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private async Task KnowPresentVersionAsync(CancellationToken cancellation)
    {
        ModelState.Remove(nameof(Version));
        Version = (await ReadAsync(Id!.Value, cancellation))?.Version ?? Version;
    }
}
