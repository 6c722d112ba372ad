using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>
/// What calendar programs fetch. They cannot sign in: the secret in the address stands for its owner, with the rights the owner
/// has at this moment.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.CalendarPolicy)]
public sealed class SubscriptionModel(CalendarAddresses addresses, DeadlineFeed feed, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string secret, bool mine, CancellationToken cancellation)
    {
        if (await addresses.FindOwnerAsync(secret, cancellation) is not { } owner)
            return NotFound();
        user.Become(owner, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
        return this.Calendar(await feed.LoadAsync(mine, cancellation));
    }
}
