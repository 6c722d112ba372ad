using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Deadlines;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>Deadlines as a calendar file: of a project, or of all in reach.</summary>
[Authorize(Policy = "project.view")]
public sealed class FileModel(DeadlineFeed feed) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, bool mine, CancellationToken cancellation)
    {
        var calendar = code is null ? await feed.LoadAsync(mine, cancellation) : await feed.OfProjectAsync(code, cancellation);
        return calendar is null ? NotFound() : this.Calendar(calendar);
    }
}
