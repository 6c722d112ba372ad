using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Identification;
using ProjectCycle.Reports.Identification;
using ProjectCycle.Reports.Workbooks;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>Hands out the map as a workbook, in the language of the person who asks.</summary>
[Authorize(Policy = "project.export")]
public sealed class NeedMapFileModel(IdentificationQueries queries, IWorkbookWriter writer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string code, CancellationToken cancellation)
    {
        if (await queries.ReportAsync(code, Cultures.CurrentLanguage, cancellation) is not { } report)
            return NotFound();
        var file = files.OpenScratch(); // closed, and gone, once it is sent
        await writer.WriteAsync(NeedMapWorkbook.From(report), file, cancellationToken: cancellation);
        file.Position = 0;
        return File(file, WorkbookUpload.ContentType, NeedMapWorkbook.FileName(report));
    }
}
