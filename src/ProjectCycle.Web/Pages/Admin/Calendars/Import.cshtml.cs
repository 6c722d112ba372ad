using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Admin.Calendars;

/// <summary>
/// Many days off at once, from a file or a pasted text: looked at first, then all or none. A file that is chosen lands in the text
/// area, so that a small fault can be mended on the spot and nothing has to be chosen twice.
/// </summary>
[Authorize(Policy = "calendar.manage")]
public sealed class ImportModel(PeopleQueries people, ImportHolidays import, CurrentUser me, Texts texts) : PageModel
{
    /// <summary>The inputs, as <see cref="HolidayUpload"/> names them.</summary>
    public sealed class InputModel
    {
        public Guid? UnitId { get; set; }
        public bool ReplacesForecast { get; set; }
        public IFormFile? File { get; set; }
        public string Text { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What the check says; null before it.</summary>
    public HolidayCheck? Check { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>National days belong to who reaches every unit.</summary>
    public bool MayEditNational => me.Scope(Rights.ManageCalendars).All;

    public IEnumerable<SelectListItem> For => Options.Of(Units, texts["calendar.national"]).Skip(MayEditNational ? 0 : 1);

    public bool CanImport => ModelState.IsValid && Check is { Faults.Count: 0 };

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (Input.File is not null)
            await ReadFileAsync(Input.File, cancellation);
        return await CheckAsync(cancellation);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        var again = await CheckAsync(cancellation);
        if (!CanImport)
            return again;
        var imported = await import.ImportAsync(Upload, cancellation);
        if (!imported.Succeeded)
        {
            ModelState.Add(imported.Refusals, texts, nameof(Input));
            return Page();
        }
        TempData.FlashDone(texts.Count("calendar.imported", imported.Value));
        return LocalRedirect($"/admin/calendars?year={Check!.Added[0].Date.Year}");
    }

    private HolidayUpload Upload => new(Input.Text, Input.UnitId, Input.ReplacesForecast);

    private async Task<IActionResult> CheckAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return Page();
        var check = await import.CheckAsync(Upload, cancellation);
        if (this.Turned(check) is { } turned)
            return turned;
        Check = check.Succeeded ? check.Value : null;
        ModelState.Add(check.Refusals, texts, nameof(Input));
        return Page();
    }

    private async Task ReadFileAsync(IFormFile file, CancellationToken cancellation)
    {
        var read = await TextUpload.ReadAsync(file, HolidayList.MaxSize, "days-file-too-large", cancellation);
        ModelState.Add(read.Refusals.Select(refusal => refusal with { Field = nameof(Input.File) }), texts, nameof(Input));
        if (!read.Succeeded)
            return;
        Input.Text = read.Value;
        ModelState.Remove("Input.Text");
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Units = await people.UnitChoicesAsync(Rights.ManageCalendars, cancellation);
}
