using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>One version of a cycle, in words and as a picture.</summary>
[Authorize(Policy = "template.view")]
public sealed class DetailsModel(TemplateCatalog catalog) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The newest when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public CycleTemplate Template { get; private set; } = null!;

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<CycleTemplate> Versions { get; private set; } = [];

    public string Mermaid => CycleDiagram.Mermaid(Template, Cultures.CurrentLanguage);

    /// <summary>Moves with a gate out of this stage.</summary>
    public IEnumerable<CycleMove> Gates(CycleState stage) => Template.Moves.Where(move => move.From == stage.Code && move.Gate.Count > 0);

    /// <summary>The earlier stages a project can be sent back to from this one.</summary>
    public IReadOnlyList<string> Returns(CycleState stage) =>
        [.. Template.Moves.Where(move => move.From == stage.Code && move.Kind == MoveKind.Return).SelectMany(move => move.To)];

    /// <summary>Moves that are open from every stage of a group, or from a state beside the stages.</summary>
    public IEnumerable<CycleMove> Others => Template.Moves.Where(move => Template.State(move.From).Kind != StateKind.Stage);

    public IActionResult OnGet()
    {
        if ((Version is { } version ? catalog.Find(Id, version) : catalog.Current(Id)) is not { } template)
            return NotFound();
        Template = template;
        Versions = [.. catalog.All.Where(t => t.Id == Id).Reverse()];
        return Page();
    }
}
