using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Pages.Admin.Units;

/// <summary>The units (PMUs) with the numbers that tell whether they are in use.</summary>
[Authorize(Policy = "unit.manage")]
public sealed class IndexModel(PeopleQueries people) : PageModel
{
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Units = await people.UnitsAsync(cancellation);
}
