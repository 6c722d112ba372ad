using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Import;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>
/// Takes a ledger from a workbook: looked at first, with a marked copy where something is wrong, then imported with a second button.
/// Below stands what was imported so far, each with its file and the way back.
/// </summary>
[Authorize(Policy = "project.view")]
public sealed class ImportModel(
    ProjectPage projects, CurrentUser me, MoneyRows rows, ImportLedger import, UndoImport undo, ImportHistory history, FileStore files, UploadSeal seal, IWorkbookWriter writer, Texts texts)
    : MoneyPageModel(projects, me)
{
    /// <summary>Faults the page lists; it says how many more there are, and the marked copy has them.</summary>
    public const int ShownFaults = 300;

    private const int MaxFileName = 200;

    public override string Part => MoneyParts.Import;

    /// <summary>The agreements to choose from.</summary>
    public IReadOnlyList<FinancingRow> Financings { get; private set; } = [];

    /// <summary>The one to import into.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Financing { get; set; }

    /// <summary>The agreement of <see cref="Financing"/>; else the leading one.</summary>
    public FinancingRow? Into => Financings.FirstOrDefault(row => row.Financing.Id == Financing) ?? (Financings.Count > 0 ? Financings[0] : null);

    public IReadOnlyList<ImportHistoryRow> History { get; private set; } = [];

    /// <summary>What was found in the file; null before one was sent.</summary>
    public LedgerCheck? Check { get; private set; }

    /// <summary>What the sheets are called in the file.</summary>
    public IReadOnlyDictionary<LedgerSheet, string> Tabs { get; private set; } = new Dictionary<LedgerSheet, string>();

    /// <summary>The sealed note of the file that was checked.</summary>
    public string? Note { get; private set; }

    /// <summary>The words of the workbook, in the reader's language.</summary>
    public WorkbookTexts Words { get; } = new(Cultures.CurrentLanguage);

    protected override Right EditRight => Rights.EditContract;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>The workbook to fill in.</summary>
    public async Task<IActionResult> OnGetLayoutAsync(bool filled, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Into is not { } into)
            return NotFound();
        var layout = await import.LayoutAsync(Project.Code, into.Financing.Id, filled, Cultures.CurrentLanguage, cancellation);
        if (this.Turned(layout) is { } turned)
            return turned;
        if (!layout.Succeeded)
            return Refuse(layout.Refusals[0]);
        var file = files.OpenScratch(); // closed, and gone, once it is sent
        await writer.WriteAsync(LedgerLayoutWorkbook.From(layout.Value), file, cancellationToken: cancellation);
        file.Position = 0;
        return File(file, WorkbookUpload.ContentType, $"{Project.Code}-{Words["Import.FileName"]}.xlsx");
    }

    /// <summary>The file of an import.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellation) =>
        await history.FileAsync(id, Project.Id, cancellation) is var (content, name) ? File(content, WorkbookUpload.ContentType, name) : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        await LoadAsync(cancellation);
        if (Into is not { } into)
            return NotFound();
        if (WorkbookUpload.FaultOf(file, LedgerLayout.MaxSize) is { } fault)
            return Refuse(fault);
        await using var content = file!.OpenReadStream();
        var read = LedgerUploadReader.Read(content);
        if (!read.Succeeded)
            return Refuse(read.Refusals[0]);
        content.Position = 0;
        var name = Path.GetFileName(file.FileName);
        var stored = new LedgerFile(name.Length > MaxFileName ? name[^MaxFileName..] : name, (await files.SaveAsync(content, cancellation)).Hash);
        return await LookAsync(into.Financing.Id, read.Value, stored, cancellation) ?? Page();
    }

    public async Task<IActionResult> OnPostImportAsync(string? note, CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (Open(note) is not var (financing, file))
            return await ExpiredAsync(cancellation);
        Financing = financing;
        var upload = ReadAgain(file);
        var imported = await import.ImportAsync(Project.Code, financing, upload, file, cancellation);
        if (this.Turned(imported) is { } turned)
            return turned;
        if (!imported.Succeeded)
            return await RefuseAsync(imported.Refusals[0], cancellation);
        if (imported.Value.IsReady)
        {
            TempData.FlashDone(texts.Count("ledger-import.done", imported.Value.Count));
            return LocalRedirect(Here);
        }
        // Somebody changed the ledger since the check: what stands in the way now is shown.
        await LoadAsync(cancellation);
        (Check, Tabs, Note) = (imported.Value, upload.Tabs, note);
        return Page();
    }

    /// <summary>The person's own file with its faults marked.</summary>
    public async Task<IActionResult> OnPostMarkedAsync(string? note, CancellationToken cancellation)
    {
        if (!MayEdit)
            return Forbid();
        if (Open(note) is not var (financing, file))
            return await ExpiredAsync(cancellation);
        var upload = ReadAgain(file);
        var check = await import.CheckAsync(Project.Code, financing, upload, file, cancellation);
        if (this.Turned(check) is { } turned)
            return turned;
        if (!check.Succeeded)
            return await RefuseAsync(check.Refusals[0], cancellation);
        var copy = files.OpenScratch(); // closed, and gone, once it is sent
        await using (var original = files.Open(file.Hash))
            await original.CopyToAsync(copy, cancellation);
        var marks = check.Value.Faults.Select(fault => new MarkedCell(fault, $"{texts.Word(fault.Problem)}\n{Accepted(fault, check.Value)}"));
        if (LedgerMarkedCopy.Mark(copy, upload.Tabs, [.. marks]) is { Succeeded: false } refused)
        {
            await copy.DisposeAsync();
            await LoadAsync(cancellation);
            (Financing, Check, Tabs, Note) = (financing, check.Value, upload.Tabs, note);
            return Refuse(refused.Refusals[0]);
        }
        copy.Position = 0;
        return File(copy, WorkbookUpload.ContentType, $"{Path.GetFileNameWithoutExtension(file.Name)} ({texts["ledger-import.marked.mark"]}).xlsx");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, int version, CancellationToken cancellation) =>
        Answer(await undo.HandleAsync(id, version, cancellation), "ledger-import.undo.done", texts);

    /// <summary>What is accepted in the cell of a fault.</summary>
    public string Accepted(LedgerFault fault, LedgerCheck check) => LedgerHeadings.Accepted(fault.Sheet, fault.Field, check.Categories, Words);

    /// <summary>"C7" for the third column of row 7.</summary>
    public static string CellOf(LedgerFault fault) => fault.Field == LedgerLayout.Key
        ? fault.Row.ToString(CultureInfo.InvariantCulture)
        : LedgerHeadings.CellOf(fault);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Financings = await rows.FinancingsAsync(Project.Id, cancellation);
        History = await history.LoadAsync(Project.Id, cancellation);
    }

    /// <summary>Fills in what the check finds; where to turn to when there is nothing to show.</summary>
    private async Task<IActionResult?> LookAsync(Guid financing, LedgerUpload upload, LedgerFile file, CancellationToken cancellation)
    {
        var looked = await import.CheckAsync(Project.Code, financing, upload, file, cancellation);
        if (this.Turned(looked) is { } turned)
            return turned;
        if (!looked.Succeeded)
            return Refuse(looked.Refusals[0]);
        (Check, Tabs) = (looked.Value, upload.Tabs);
        Note = seal.Seal(Part, Project.Id, $"{financing}", file.Hash, file.Name);
        return null;
    }

    /// <summary>It was read before, and the store keeps what it was given.</summary>
    private LedgerUpload ReadAgain(LedgerFile file)
    {
        using var content = files.Open(file.Hash);
        return LedgerUploadReader.Read(content).Value;
    }

    private (Guid Financing, LedgerFile File)? Open(string? note) =>
        seal.Open(Part, Project.Id, note) is [var financing, var hash, var name] ? (Guid.Parse(financing), new LedgerFile(name, hash)) : null;

    private Task<IActionResult> ExpiredAsync(CancellationToken cancellation) => RefuseAsync(new Refusal("import-expired"), cancellation);

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Refuse(refusal);
    }

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.AddModelError("File", texts.Word(refusal));
        return Page();
    }
}
