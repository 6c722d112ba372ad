using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>The cycles this installation knows: the newest version of each, older ones as links.</summary>
[Authorize(Policy = "template.view")]
public sealed class IndexModel(TemplateCatalog catalog) : PageModel
{
    public IReadOnlyList<CycleTemplate> Newest => catalog.Current();

    /// <summary>Earlier versions, newest first.</summary>
    public IReadOnlyList<CycleTemplate> Older(CycleTemplate newest) =>
        [.. catalog.All.Where(t => t.Id == newest.Id && t.Version < newest.Version).Reverse()];
}
