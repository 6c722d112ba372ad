using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Features;
using ProjectCycle.Features.Rates;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Rates;

/// <summary>
/// Many rates at once: the ECB's file in one go, or a list of one's own, from a file or a pasted text, looked at first. Of either all is
/// taken or nothing. A list that is chosen lands in the text area, so that a small fault can be mended on the spot.
/// </summary>
[Authorize(Policy = "rate.edit")]
public sealed class ImportModel(ImportRates import, ImportEcbRates ecb, Texts texts) : PageModel
{
    [BindProperty]
    public IFormFile? ListFile { get; set; }

    [BindProperty]
    public string Text { get; set; } = "";

    /// <summary>The file of the European Central Bank.</summary>
    [BindProperty]
    public IFormFile? EcbFile { get; set; }

    /// <summary>All its currencies, not only those in use.</summary>
    [BindProperty]
    public bool TakesAll { get; set; }

    /// <summary>What the check of a list says; null before it.</summary>
    public RateCheck? Check { get; private set; }

    /// <summary>Of either file.</summary>
    public IReadOnlyList<LineFault> Faults { get; private set; } = [];

    public bool CanImport => ModelState.IsValid && Check is { Faults.Count: 0, Added.Count: > 0 };

    public void OnGet()
    {
        // an empty form
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (ListFile is not null)
            await ReadFileAsync(ListFile, cancellation);
        return await CheckAsync(cancellation);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        var again = await CheckAsync(cancellation);
        if (!CanImport)
            return again;
        return Imported(await import.ImportAsync(Text, cancellation), added => texts.Count("rates.imported", added));
    }

    public async Task<IActionResult> OnPostEcbAsync(CancellationToken cancellation)
    {
        if (EcbFile is not { } file)
        {
            Refuse(new Refusal("file-missing", nameof(EcbFile)));
            return Page();
        }
        var imported = await ecb.HandleAsync(() => new StreamReader(file.OpenReadStream()), TakesAll, cancellation);
        if (!imported.Succeeded)
            ModelState.Add(imported.Refusals.Select(refusal => refusal with { Field = nameof(EcbFile) }), texts);
        else if (imported.Value.Faults.Count == 0)
            return Imported<EcbImported>(imported, done => texts["rates.ecb.imported", done.Added, done.Known]);
        Faults = imported.Succeeded ? imported.Value.Faults : [];
        return Page();
    }

    private IActionResult Imported<T>(Outcome<T> outcome, Func<T, string> words)
    {
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (!outcome.Succeeded)
        {
            ModelState.Add(outcome.Refusals, texts);
            return Page();
        }
        TempData.FlashDone(words(outcome.Value));
        return LocalRedirect("/money/rates");
    }

    private async Task<IActionResult> CheckAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var check = await import.CheckAsync(Text, cancellation);
        if (this.Turned(check) is { } turned)
            return turned;
        Check = check.Succeeded ? check.Value : null;
        Faults = Check?.Faults ?? [];
        ModelState.Add(check.Refusals, texts);
        return Page();
    }

    private async Task ReadFileAsync(IFormFile file, CancellationToken cancellation)
    {
        var read = await TextUpload.ReadAsync(file, RateSheet.MaxSize, "rates-file-too-large", cancellation);
        ModelState.Add(read.Refusals.Select(refusal => refusal with { Field = nameof(ListFile) }), texts);
        if (!read.Succeeded)
            return;
        Text = read.Value;
        ModelState.Remove(nameof(Text));
    }

    private void Refuse(Refusal refusal) => ModelState.Add([refusal], texts);
}
