using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Reports;

namespace ProjectCycle.Web.Pages.Reports;

/// <summary>The finished workbook of a run, to whoever asked for it.</summary>
[Authorize(Policy = "project.export")]
public sealed class FileModel(RequestReport reports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await reports.OpenAsync(id, cancellation) is { } file
            ? File(file.Content, file.ContentType, file.FileName)
            : NotFound();
}
