using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>One version of a cycle, in words and as a picture.</summary>
[Authorize(Policy = "template.view")]
public sealed class DetailsModel(TemplateCatalog catalog, TemplateVersions versions, RetireTemplate retire, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The current one when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public CycleTemplate Template { get; private set; } = null!;

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    /// <summary>This one among them.</summary>
    public VersionRow Row => Versions.First(row => row.Template.Version == Template.Version);

    /// <summary>New projects could choose no other version if this one were retired.</summary>
    public bool IsLastOffered => Versions.Count(row => row.State != VersionState.Retired) == 1;

    public string Mermaid => CycleDiagram.Mermaid(Template, Cultures.CurrentLanguage);

    /// <summary>Moves with a gate out of this stage.</summary>
    public IEnumerable<CycleMove> Gates(CycleState stage) => Template.Moves.Where(move => move.From == stage.Code && move.Gate.Count > 0);

    /// <summary>The earlier stages a project can be sent back to from this one.</summary>
    public IReadOnlyList<string> Returns(CycleState stage) =>
        [.. Template.Moves.Where(move => move.From == stage.Code && move.Kind == MoveKind.Return).SelectMany(move => move.To)];

    /// <summary>Moves that are open from every stage of a group, or from a state beside the stages.</summary>
    public IEnumerable<CycleMove> Others => Template.Moves.Where(move => Template.State(move.From).Kind != StateKind.Stage);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Find())
            return NotFound();
        Versions = await versions.ListAsync(Id, cancellation);
        return Page();
    }

    /// <summary>The text the version was read from, to make the next one of.</summary>
    public IActionResult OnGetText()
    {
        if (!Find() || catalog.Loaded.FirstOrDefault(l => l.Template == Template) is not { } loaded)
            return NotFound();
        return File(Encoding.UTF8.GetBytes(loaded.Text), "text/plain; charset=utf-8", $"{Template.Id}-{Template.Version}.yaml");
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken cancellation) =>
        Version is { } version
            ? Marked(await retire.RetireAsync(Id, version, cancellation), "templates.retired", version)
            : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellation) =>
        Version is { } version
            ? Marked(await retire.RestoreAsync(Id, version, cancellation), "templates.restored", version)
            : NotFound();

    private IActionResult Marked(Outcome<Done> outcome, string done, int version)
    {
        if (this.Turned(outcome) is { } turned)
            return turned;
        TempData.FlashDone(texts[done, version]);
        return LocalRedirect($"/templates/{Id}/{version}");
    }

    private bool Find()
    {
        var found = Version is { } version ? catalog.Find(Id, version) : catalog.Known().FirstOrDefault(t => t.Id == Id);
        Template = found!;
        return found is not null;
    }
}
