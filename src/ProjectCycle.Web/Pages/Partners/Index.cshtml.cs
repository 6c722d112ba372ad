using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Features;
using ProjectCycle.Features.Partners;

namespace ProjectCycle.Web.Pages.Partners;

/// <summary>All partners by name. The address holds the whole view.</summary>
[Authorize(Policy = "partner.view")]
public sealed class IndexModel(PartnerQueries partners) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Search { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public PartnerKind? Kind { get; set; }

    public Paged<PartnerRow> List { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        List = await partners.PageAsync(Search, Kind, number, cancellation);
}
