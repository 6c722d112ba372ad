using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>Two versions of a template side by side, what is different alone.</summary>
[Authorize(Policy = "template.view")]
public sealed class CompareModel(TemplateCatalog catalog, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The one before <see cref="To"/> when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The newest when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<CycleTemplate> Versions { get; private set; } = [];

    public CycleTemplate Before { get; private set; } = null!;
    public CycleTemplate After { get; private set; } = null!;

    public DifferenceView Differences => new(
        TemplateDifference.Between(Before, After), texts["templates.version", Before.Version], texts["templates.version", After.Version]);

    public IActionResult OnGet()
    {
        Versions = [.. catalog.All.Where(t => t.Id == Id).Reverse()];
        if (Versions.Count == 0)
            return NotFound();
        var to = To ?? Versions[0].Version;
        var from = From ?? Versions.FirstOrDefault(v => v.Version < to)?.Version ?? to;
        if (catalog.Find(Id, from) is not { } before || catalog.Find(Id, to) is not { } after)
            return NotFound();
        (Before, After) = (before, after);
        return Page();
    }
}
