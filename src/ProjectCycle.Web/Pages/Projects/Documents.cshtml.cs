using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A file as the form sends it.</summary>
public sealed class AttachForm
{
    public string KindCode { get; set; } = "";
    public string Title { get; set; } = "";

    /// <summary>The document this is a new version of; null for a new one.</summary>
    public Guid? DocumentId { get; set; }

    public IFormFile? File { get; set; }
}

/// <summary>A project's papers by kind, with those the next gate still asks for.</summary>
public sealed class DocumentsModel(ProjectPage projects, CurrentUser me, DocumentQueries documents, AttachDocument attach, WorkOverview work, TemplateCatalog templates, Texts texts)
    : ProjectTabModel(projects, me)
{
    private IReadOnlyList<WorkPart> _lacking = [];

    public AttachForm Attach { get; private set; } = new();
    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];
    public override ProjectTab? Tab => ProjectTab.Documents;

    /// <summary>Kinds that the move leading on asks for and nobody has attached.</summary>
    public IReadOnlyList<DocumentKind> Missing => [.. View.Template.DocumentKinds.Where(kind => Asked().Contains(kind.Code) && Documents.All(d => d.KindCode != kind.Code))];

    public Task OnGetAsync(string? kind, CancellationToken cancellation)
    {
        Attach.KindCode = kind ?? "";
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Attach")] AttachForm form, CancellationToken cancellation)
    {
        Attach = form;
        if (form.File is null)
            ModelState.Add([new Refusal("required", nameof(form.File))], texts, nameof(Attach));
        else if (ModelState.IsValid)
            ModelState.Add(await SaveAsync(form, form.File, cancellation), texts, nameof(Attach));
        if (ModelState.IsValid)
        {
            TempData.FlashDone(texts["document.attached", Path.GetFileName(form.File!.FileName)]);
            return LocalRedirect(ProjectLinks.Documents(Project.Code));
        }
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>What must be complete before a paper of this kind can be attached.</summary>
    public IReadOnlyList<WorkPart> LackingFor(DocumentKind kind) => [.. _lacking.Where(part => NeedsFor(kind).Contains(part.Code))];

    /// <summary>The name of a kind; papers that no version of the template knows are "other".</summary>
    public LocalText KindName(string code) =>
        templates.Versions(View.Template).SelectMany(version => version.DocumentKinds).FirstOrDefault(kind => kind.Code == code)?.Name ?? new LocalText(texts["document.kind.other"], texts["document.kind.other"]);

    private async Task<IReadOnlyList<Refusal>> SaveAsync(AttachForm form, IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        var outcome = await attach.HandleAsync(
            Project.Code,
            new Attachment { KindCode = form.KindCode, Title = form.Title, DocumentId = form.DocumentId, FileName = file.FileName, Content = content },
            cancellation);
        return outcome.Refusals;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Documents = await documents.ListAsync(Project.Id, cancellation);
        _lacking = await work.LackingAsync(Project.Id, [.. View.Template.DocumentKinds.SelectMany(NeedsFor).Distinct()], cancellation);
    }

    private IReadOnlyList<string> NeedsFor(DocumentKind kind) => View.Template.NeedsFor(kind, Project.StageIn(View.Template));

    private HashSet<string> Asked() => [.. View.Template.GateAhead(Project.State).Where(c => c.Kind == ConditionKind.Document).Select(c => c.Subject)];
}
