using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
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
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>
/// Takes rows of the map from a workbook: looked at first, then imported with a second button. Between the two the file waits in the
/// store; the form carries a sealed note of which file it was, for whom, for which project, and how the map stood.
/// </summary>
public sealed class NeedMapImportModel(
    ProjectPage projects, CurrentUser me, ImportNeedMap import, FileStore files, IDataProtectionProvider protection, Texts texts) : WorkPageModel(projects, me)
{
    /// <summary>Faults the page lists; it says how many more there are.</summary>
    public const int ShownFaults = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("need-map-import").ToTimeLimitedDataProtector();

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
        if (FaultOf(file) is { } fault)
            return Refuse(fault);
        await using var content = file!.OpenReadStream();
        var read = ReadMap(content, file.FileName);
        if (!read.Succeeded)
            return Refuse(read.Refusals[0]);
        if (await LookAsync(read.Value, cancellation) is { } turned)
            return turned;
        if (Check is { Faults.Count: 0 } check && check.Added + check.Changed > 0)
        {
            content.Position = 0;
            Note = Seal((await files.SaveAsync(content, cancellation)).Hash, check.Stamp);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(string? note, CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (Open(note) is not var (hash, stamp))
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
            Note = Seal(hash, check.Stamp);
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

    private static Refusal? FaultOf(IFormFile? file) =>
        file is null ? new Refusal("required", "File")
        : file.Length == 0 ? new Refusal("file-empty", "File")
        : file.Length > NeedMapUpload.MaxSize ? new Refusal("file-too-large", "File", NeedMapUpload.MaxSize / 1024 / 1024)
        : null;

    private static Outcome<NeedMapUpload> ReadMap(Stream content, string fileName) =>
        FileTypes.Sniff(content, fileName) is { Extension: ".xlsx" } ? NeedMapUploadReader.Read(content) : new Refusal("file-type", null, ".xlsx");

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.AddModelError("File", texts.Word(refusal));
        return Page();
    }

    private string Seal(string hash, string stamp) => _seal.Protect($"{hash}|{Project.Id}|{Me.Id}|{stamp}", Patience);

    /// <summary>The file and the map's stamp; null for a note that is too old, of somebody else or of another project.</summary>
    private (string Hash, string Stamp)? Open(string? note)
    {
        try
        {
            return _seal.Unprotect(note ?? "").Split('|') is [var hash, var project, var person, var stamp] && project == $"{Project.Id}" && person == $"{Me.Id}"
                ? (hash, stamp)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
