using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Features;
using ProjectCycle.Features.Background;
using ProjectCycle.Jobs;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Admin.Background;

/// <summary>What happens by the clock, what waits, and what needs a person.</summary>
[Authorize(Policy = "background.view")]
public sealed class IndexModel(BackgroundOverview overview, RetryMessage retry, Schedule schedule, Texts texts) : PageModel
{
    private const int PageSize = 20;

    public BackgroundPage View { get; private set; } = null!;
    public Paged<OutboxMessage> Parked { get; private set; } = null!;
    public IReadOnlyList<OutgoingMail> FailedMails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        var view = await overview.LoadAsync(await schedule.CompareAsync(cancellation), cancellation);
        if (this.Turned(view) is { } turned)
            return turned;
        View = view.Value;
        Parked = (await overview.ParkedAsync(number, PageSize, cancellation)).Value;
        FailedMails = (await overview.FailedMailsAsync(PageSize, cancellation)).Value;
        return Page();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await retry.HandleAsync(id, cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        TempData.FlashDone(texts["background.retried"]);
        return LocalRedirect(Request.Here());
    }

    public async Task<IActionResult> OnPostRetryAllAsync(CancellationToken cancellation)
    {
        var outcome = await retry.AllAsync(cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        TempData.FlashDone(texts.Count("background.retried.all", outcome.Value));
        return LocalRedirect(Request.Here());
    }
}
