using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Evidence;
using ProjectCycle.Reports.Evidence;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>Hands out the evidence pack of a gate. It is whole on disk before the first byte leaves: a document that is damaged spoils no half of it.</summary>
[Authorize(Policy = "history.view")]
public sealed class EvidenceModel(GateEvidence evidence, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string code, Guid? move, CancellationToken cancellation)
    {
        if (await evidence.FindAsync(code, move, Cultures.CurrentLanguage, cancellation) is not { } pack)
            return NotFound();
        var file = files.OpenScratch(); // closed, and gone, once it is sent
        await EvidencePackWriter.WriteAsync(pack, evidence.Open, file, cancellation);
        file.Position = 0;
        return File(file, "application/zip", EvidencePackWriter.FileName(pack));
    }
}
