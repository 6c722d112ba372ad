using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Ledger.Portfolio;

namespace ProjectCycle.Web.Pages.Portfolio;

/// <summary>The money of all projects within reach: by currency, and all in one at the rates of a day.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(MoneyPortfolio portfolio, TimeProvider clock) : PageModel
{
    public const string Link = "/money";

    public PortfolioFilter Filter { get; private set; } = new();
    public PortfolioView List { get; private set; } = null!;

    /// <summary>When it was reckoned, UTC.</summary>
    public DateTime At { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Filter = PortfolioFilter.Parse(Request.QueryString.Value);
        if (Request.Query.Any(pair => pair.Value == "")) // a form sends its blank inputs too: a link to pass on is shorter
            return LocalRedirect(Link + Filter.ToQuery());
        List = await portfolio.PageAsync(Filter, cancellation);
        At = clock.GetUtcNow().UtcDateTime;
        return Page();
    }

    /// <summary>The same view, changed.</summary>
    public static string Href(PortfolioFilter filter) => Link + filter.ToQuery();
}
