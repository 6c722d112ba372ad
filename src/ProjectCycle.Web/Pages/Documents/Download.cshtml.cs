using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Documents;

namespace ProjectCycle.Web.Pages.Documents;

/// <summary>Hands out a file as an attachment: what somebody uploaded is never shown as a page of ours.</summary>
public sealed class DownloadModel(DocumentQueries documents) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid version, CancellationToken cancellation) =>
        await documents.OpenAsync(version, cancellation) is { } download
            ? File(download.Content, download.ContentType, download.FileName)
            : NotFound();
}
