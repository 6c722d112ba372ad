using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Reports.Identification;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>
/// Takes rows of the map from a workbook: looked at first, then imported with a second button. Between the two the file waits in the
/// store; the form carries a sealed note of which file it was, for whom, for which project, and how the map stood.
/// </summary>
public sealed class NeedMapImportModel(
    ProjectPage projects, CurrentUser me, ImportNeedMap import, FileStore files, UploadSeal seal, Texts texts) : WorkPageModel(projects, me)
{
    /// <summary>Faults the page lists; it says how many more there are.</summary>
    public const int ShownFaults = 300;

    public override string Part => WorkParts.NeedMap;
    public override string Title => texts["need-map.import.title"];

    /// <summary>What was found in the file; null before one was sent.</summary>
    public NeedMapCheck? Check { get; private set; }

    /// <summary>The sealed note; null while there is nothing to import.</summary>
    public string? Note { get; private set; }

    public IActionResult OnGet() => MayEdit ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (WorkbookUpload.FaultOf(file, NeedMapUpload.MaxSize) is { } fault)
            return Refuse(fault);
        await using var content = file!.OpenReadStream();
        var read = NeedMapUploadReader.Read(content);
        if (!read.Succeeded)
            return Refuse(read.Refusals[0]);
        if (await LookAsync(read.Value, cancellation) is { } turned)
            return turned;
        if (Check is { Faults.Count: 0 } check && check.Added + check.Changed > 0)
        {
            content.Position = 0;
            Note = seal.Seal(Part, Project.Id, (await files.SaveAsync(content, cancellation)).Hash, check.Stamp);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(string? note, CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (seal.Open(Part, Project.Id, note) is not [var hash, var stamp])
            return Refuse(new Refusal("import-expired"));
        await using var content = files.Open(hash);
        var upload = NeedMapUploadReader.Read(content).Value; // it was read before
        var imported = await import.ImportAsync(Project.Code, upload, stamp, cancellation);
        if (imported.Succeeded)
        {
            TempData.FlashDone(texts.Count("need-map.imported", imported.Value));
            return LocalRedirect(Here);
        }
        if (this.Turned(imported) is { } turned)
            return turned;
        ModelState.Add(imported.Refusals, texts);
        if (await LookAsync(upload, cancellation) is { } away)
            return away;
        if (Check is { Faults.Count: 0 } check && check.Added + check.Changed > 0)
            Note = seal.Seal(Part, Project.Id, hash, check.Stamp);
        return Page();
    }

    private async Task<IActionResult?> LookAsync(NeedMapUpload upload, CancellationToken cancellation)
    {
        var looked = await import.CheckAsync(Project.Code, upload, cancellation);
        if (this.Turned(looked) is { } turned)
            return turned;
        Check = looked.Value;
        return null;
    }

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.AddModelError("File", texts.Word(refusal));
        return Page();
    }
}
