using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Notices;

namespace ProjectCycle.Web.Pages.Notices;

/// <summary>Marks a notice read and goes on to where it leads, which is always a place of this product.</summary>
public sealed class OpenModel(NoticeList notices) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await notices.OpenAsync(id, cancellation) is not { } path ? NotFound() : LocalRedirect(Url.IsLocalUrl(path) ? path : "/notices");
}
