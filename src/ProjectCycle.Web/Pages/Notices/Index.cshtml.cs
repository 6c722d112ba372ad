using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features;
using ProjectCycle.Features.Notices;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Notices;

/// <summary>What has happened that concerns the person, newest first.</summary>
public sealed class IndexModel(NoticeList notices, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "unread")]
    public bool UnreadOnly { get; set; }

    public Paged<NoticeRow> List { get; private set; } = null!;
    public int Unread { get; private set; }

    /// <summary>What comes later has not been seen, and stays unread when all is marked.</summary>
    public string LookedAt { get; private set; } = "";

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        LookedAt = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        Unread = await notices.CountUnreadAsync(cancellation);
        List = await notices.PageAsync(UnreadOnly, number, cancellation);
    }

    public async Task<IActionResult> OnPostReadAllAsync(string until, CancellationToken cancellation)
    {
        if (DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seen))
            TempData.FlashDone(texts.Count("notices.read-all.done", await notices.ReadAllAsync(seen.UtcDateTime, cancellation)));
        return LocalRedirect(Request.Here("until"));
    }
}
