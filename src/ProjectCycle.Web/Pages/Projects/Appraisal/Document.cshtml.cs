using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Reports.Appraisal;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>Hands out the appraisal document of a project.</summary>
[Authorize(Policy = "project.export")]
public sealed class DocumentModel(AppraisalQuery query) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string code, string? language, CancellationToken cancellation)
    {
        var wanted = language is null ? Cultures.CurrentLanguage : Languages.OrDefault(language);
        if (await query.FindAsync(code, wanted, cancellation) is not { } content)
            return NotFound();
        return File(AppraisalDocument.Write(content), AppraisalDocument.ContentType, AppraisalDocument.FileName(content));
    }
}
