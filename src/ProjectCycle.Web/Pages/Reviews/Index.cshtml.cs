using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features;
using ProjectCycle.Features.Reviews;

namespace ProjectCycle.Web.Pages.Reviews;

/// <summary>The decisions that wait for the person who looks, and those they have asked for.</summary>
[Authorize(Policy = "review.view")]
public sealed class IndexModel(ReviewInbox inbox) : PageModel
{
    private const int PageSize = 50;

    public Paged<ReviewRow> ForMe { get; private set; } = null!;
    public IReadOnlyList<ReviewRow> Mine { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        ForMe = await inbox.ForMeAsync(number, PageSize, cancellation);
        Mine = await inbox.MineAsync(cancellation);
    }
}
