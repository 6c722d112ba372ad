using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Pages.Actors;

/// <summary>The coordination team of one of the person's units: the decree, its members, its tasks.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(TeamQueries teams, PeopleQueries people) : PageModel
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Null for who reaches no unit.</summary>
    public TeamView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? unit, CancellationToken cancellation)
    {
        Units = await people.UnitChoicesAsync(Rights.ViewProject, cancellation);
        if ((unit ?? (Units.Count > 0 ? Units[0].Id : null)) is not { } id)
            return Page();
        View = await teams.FindAsync(id, cancellation);
        return View is null ? NotFound() : Page();
    }
}
