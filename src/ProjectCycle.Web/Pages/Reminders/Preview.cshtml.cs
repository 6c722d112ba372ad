using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Reminders;

/// <summary>What would go out on a morning, to whom and why, and what would not.</summary>
[Authorize(Policy = "reminder.manage")]
public sealed class PreviewModel(PreviewReminders preview, PeopleQueries people, Viewer viewer, Texts texts) : PageModel
{
    private const int PageSize = 100;

    private IReadOnlyList<Choice> _units = [];

    /// <summary>The next morning when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public DateOnly Shown { get; private set; }

    /// <summary>Why the day cannot be shown; null when it can.</summary>
    public string? Fault { get; private set; }

    public Paged<PlannedReminder>? Rows { get; private set; }

    public string? UnitName(ReminderPolicy policy) => _units.FirstOrDefault(unit => unit.Id == policy.UnitId)?.Name;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        Shown = Day ?? preview.NextMorning(viewer.Zone);
        var outcome = await preview.HandleAsync(Shown, cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (!outcome.Succeeded)
        {
            Fault = outcome.Sentence(texts);
            return Page();
        }
        _units = await people.UnitChoicesAsync(Rights.ManageReminders, cancellation);
        var all = outcome.Value.Planned;
        var page = Paging.Shown(number, PageSize, all.Count);
        Rows = new Paged<PlannedReminder>([.. all.Skip((page - 1) * PageSize).Take(PageSize)], all.Count, page, PageSize);
        return Page();
    }
}
