using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Admin.Calendars;

/// <summary>The days off of a year: what deadlines roll over and reminders respect.</summary>
[Authorize(Policy = "calendar.manage")]
public sealed class IndexModel(PeopleQueries people, EditCalendar edit, CurrentUser me, Viewer viewer, TimeProvider clock, Texts texts, Show show) : PageModel
{
    /// <summary>The inputs, as <see cref="HolidayInput"/> names them.</summary>
    public sealed class InputModel
    {
        public DateOnly? Date { get; set; }
        public string Name { get; set; } = "";
        public Guid? UnitId { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Holiday> Days { get; private set; } = [];
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public int Shown => Year is >= 1945 and <= 2100 ? Year.Value : viewer.Zone.Today(clock).Year;

    /// <summary>National days belong to who reaches every unit.</summary>
    public bool MayEditNational => me.Scope(Rights.ManageCalendars).All;

    public IEnumerable<SelectListItem> For =>
        Options.Of(Units, texts["calendar.national"]).Skip(MayEditNational ? 0 : 1);

    public bool MayRemove(Holiday day) => day.UnitId is { } unit ? me.Scope(Rights.ManageCalendars).Reaches(unit) : MayEditNational;

    public string? UnitName(Holiday day) => Units.FirstOrDefault(unit => unit.Id == day.UnitId)?.Name;

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var added = await edit.AddAsync(new HolidayInput { Date = Input.Date, Name = Input.Name, UnitId = Input.UnitId }, cancellation);
        if (this.Turned(added) is { } turned)
            return turned;
        if (!added.Succeeded)
        {
            ModelState.Add(added.Refusals, texts, nameof(Input));
            return await AgainAsync(cancellation);
        }
        TempData.FlashDone(texts["calendar.added", Input.Name.Trim(), Input.Date]);
        return LocalRedirect($"/admin/calendars?year={Input.Date!.Value.Year}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var day = Days.FirstOrDefault(d => d.Id == id);
        var removed = await edit.RemoveAsync(id, cancellation);
        if (this.Turned(removed) is { } turned)
            return turned;
        if (day is null)
            TempData.FlashDone(texts["calendar.removed.some"]);
        else
            TempData.FlashDone(texts["calendar.removed", day.Name, day.Date], UndoWord(day), Undo(day));
        return LocalRedirect($"/admin/calendars?year={Shown}");
    }

    /// <summary>Only a day that adding would bring back as it was can be undone.</summary>
    private string? UndoWord(Holiday day) => day is { IsForecast: false, Kind: "national" or "own" } ? texts["calendar.undo"] : null;

    private string Undo(Holiday day) => Request.PostTo(
        "Add",
        ("Input.Date", day.Date.Iso()),
        ("Input.Name", show.Text(day.Name)),
        ("Input.UnitId", day.UnitId?.ToString() ?? ""));

    private async Task<PageResult> AgainAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Days = await people.HolidaysAsync(Shown, cancellation);
        Units = await people.UnitChoicesAsync(Rights.ManageCalendars, cancellation);
    }
}
