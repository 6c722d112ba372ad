using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>A page for the one row that a project has of a kind: a form for those who may edit, to read for all others.</summary>
/// <typeparam name="TInput">The inputs, named as the use case's refusals name them.</typeparam>
public abstract class SheetModel<TInput>(ProjectPage projects, CurrentUser me, DocumentQueries documents, Texts texts) : WorkPageModel(projects, me)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The row's version when the form was opened; -1 when there was none.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    protected Texts Texts { get; } = texts;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        (Input, Version) = Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var saved = await SaveAsync(cancellation);
        if (this.Turned(saved) is { } turned)
            return turned;
        if (saved.Succeeded)
        {
            TempData.FlashDone(Texts["work.saved"]);
            return LocalRedirect(Here);
        }
        ModelState.Add(saved.Refusals, Texts, nameof(Input));
        if (saved.LostRace())
            await KnowPresentVersionAsync(cancellation);
        return Page();
    }

    /// <summary>The document with this id, to link to.</summary>
    public DocumentRow? DocumentOf(Guid? id) => Documents.FirstOrDefault(document => document.Id == id);

    /// <summary>Reads what the page shows; false when the address names nothing.</summary>
    protected abstract Task<bool> ReadAsync(CancellationToken cancellation);

    /// <summary>What was read, as the form shows it, with its version.</summary>
    protected abstract (TInput Input, int Version) Read();

    protected abstract Task<Outcome<Done>> SaveAsync(CancellationToken cancellation);

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Documents = await documents.ListAsync(Project.Id, cancellation);
        return await ReadAsync(cancellation);
    }

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private async Task KnowPresentVersionAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        ModelState.Remove(nameof(Version));
        Version = Read().Version;
    }
}
