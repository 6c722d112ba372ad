using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Ledger.Portfolio;

namespace ProjectCycle.Web.Pages.Portfolio;

/// <summary>The S-curve of all projects within reach together, under the filter of the portfolio.</summary>
[Authorize(Policy = "project.view")]
public sealed class CurveModel(PortfolioCurve curve) : PageModel
{
    public const string Link = "/money/curve";

    public PortfolioFilter Filter { get; private set; } = new();
    public PortfolioPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Filter = PortfolioFilter.Parse(Request.QueryString.Value);
        if (Request.Query.Any(pair => pair.Value == "")) // a form sends its blank inputs too: a link to pass on is shorter
            return LocalRedirect(Href(Filter));
        Plan = await curve.LoadAsync(Filter, cancellation);
        return Page();
    }

    /// <summary>The same choice, as a curve.</summary>
    public static string Href(PortfolioFilter filter) => Link + (filter with { Page = 1 }).ToQuery();
}
