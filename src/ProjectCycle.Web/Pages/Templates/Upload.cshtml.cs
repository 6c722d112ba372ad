using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Templates;

/// <summary>
/// A version is published in two steps: its text is checked and compared first, and what is published then is the very text that
/// was checked. A file that is chosen lands in the text area, so that a small fault can be mended on the spot.
/// </summary>
[Authorize(Policy = "template.manage")]
public sealed class UploadModel(PublishTemplate publish, Texts texts) : PageModel
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public string FileName { get; set; } = "";

    /// <summary>The hash of the text whose check was shown.</summary>
    [BindProperty]
    public string Checked { get; set; } = "";

    [BindProperty]
    public IFormFile? Yaml { get; set; }

    /// <summary>What the check says; null before it.</summary>
    public TemplateDraft? Draft { get; private set; }

    /// <summary>A line of the text, counted from 1.</summary>
    public string Line(int number) => Text.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(number - 1)?.Trim() ?? "";

    public DifferenceView Differences(CycleTemplate follows) => new(
        Draft!.Differences, texts["templates.version", follows.Version], texts["templates.version", Draft.Loaded!.Template.Version]);

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (Yaml is not null)
            await ReadFileAsync(Yaml, cancellation);
        return await CheckAsync(cancellation);
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        var seen = Checked;
        var again = await CheckAsync(cancellation);
        if (Draft is not { CanPublish: true } || !ModelState.IsValid)
            return again;
        if (Draft.Loaded!.Hash != seen)
        {
            ModelState.Add([new Refusal("template-check-first")], texts);
            return again;
        }
        var published = await publish.HandleAsync(FileName, Text, cancellation);
        if (this.Turned(published) is { } turned)
            return turned;
        if (!published.Succeeded)
        {
            ModelState.Add(published.Refusals, texts);
            return Page();
        }
        TempData.FlashDone(texts["upload.done", published.Value.Version]);
        return LocalRedirect($"/templates/{published.Value.Id}/{published.Value.Version}");
    }

    private async Task<IActionResult> CheckAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var check = await publish.CheckAsync(FileName, Text, cancellation);
        if (this.Turned(check) is { } turned)
            return turned;
        ModelState.Remove(nameof(Checked));
        Draft = check.Succeeded ? check.Value : null;
        Checked = Draft?.Loaded?.Hash ?? "";
        ModelState.Add(Draft?.Refusals ?? check.Refusals, texts);
        return Page();
    }

    private async Task ReadFileAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > PublishTemplate.MaxBytes)
        {
            ModelState.Add([new Refusal("template-too-large", nameof(Yaml), PublishTemplate.MaxBytes / 1024)], texts);
            return;
        }
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Strict);
            Text = await reader.ReadToEndAsync(cancellation);
            FileName = Path.GetFileName(file.FileName);
            ModelState.Remove(nameof(Text));
            ModelState.Remove(nameof(FileName));
        }
        catch (DecoderFallbackException)
        {
            ModelState.Add([new Refusal("template-not-utf8", nameof(Yaml))], texts);
        }
    }
}
