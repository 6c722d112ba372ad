using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>
/// The picture of a cycle, a document of its own: the drawing library sets styles inline, which no other page allows. It is
/// framed without the rights of our origin, holds nothing but the picture, and may send nothing anywhere.
/// </summary>
[Authorize(Policy = "template.view")]
[ContentPolicy(Policy)]
public sealed class DiagramModel(TemplateCatalog catalog) : PageModel
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    public CycleTemplate Template { get; private set; } = null!;

    public string Mermaid => CycleDiagram.Mermaid(Template, Cultures.CurrentLanguage);

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    /// <summary>The text of the picture, for whoever wants it in their own papers.</summary>
    public IActionResult OnGetSource() =>
        Find() ? File(Encoding.UTF8.GetBytes(Mermaid), "text/plain; charset=utf-8", $"{Id}-{Version}.{Cultures.CurrentLanguage}.mmd") : NotFound();

    private bool Find()
    {
        if (catalog.Find(Id, Version) is not { } template)
            return false;
        Template = template;
        return true;
    }
}
