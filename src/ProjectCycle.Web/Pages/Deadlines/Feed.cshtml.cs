using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>How a person gets the deadlines into their own calendar. A new address is shown once, right after it is made.</summary>
[Authorize(Policy = "project.view")]
public sealed class FeedModel(CalendarAddresses calendars, Settings settings, Texts texts) : PageModel
{
    private const string NewSecret = "calendar-secret";

    /// <summary>UTC; null when there is no address.</summary>
    public DateTime? MadeAt { get; private set; }

    /// <summary>Only right after it is made.</summary>
    public (string Mine, string All)? Addresses { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        MadeAt = await calendars.MadeAtAsync(cancellation);
        if (TempData[NewSecret] is string secret)
        {
            var all = new Uri(settings.PublicUrl, $"/calendar/{secret}.ics").AbsoluteUri;
            Addresses = ($"{all}?mine=true", all);
        }
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellation)
    {
        var outcome = await calendars.MakeAsync(cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (outcome.Succeeded)
            TempData[NewSecret] = outcome.Value; // in a cookie only the program can read
        else
            TempData.FlashWarning(outcome.Sentence(texts));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        var outcome = await calendars.RevokeAsync(cancellation);
        if (outcome.Succeeded)
            TempData.FlashDone(texts["deadlines.feed.revoked"]);
        else
            TempData.FlashWarning(outcome.Sentence(texts));
        return RedirectToPage();
    }
}
