using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.Deadlines;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>The open deadlines of a month, day by day.</summary>
[Authorize(Policy = "project.view")]
public sealed class CalendarModel(DeadlineMonth month, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Month { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    public DateOnly Today { get; private set; }

    /// <summary>The first day of the month shown.</summary>
    public DateOnly First { get; private set; }

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = IndonesianZone.Wib.Today(clock);
        First = Asked() ?? new DateOnly(Today.Year, Today.Month, 1);
        Days = await month.LoadAsync(First, Mine, cancellation);
    }

    /// <summary>A month that a deadline can be in; null when the address names none.</summary>
    private DateOnly? Asked() =>
        DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 1990 and < 2200
            ? first
            : null;
}
