using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Pages.Admin.Users;

/// <summary>All users by name. The address holds the whole view.</summary>
[Authorize(Policy = "user.manage")]
public sealed class IndexModel(PeopleQueries people, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Search { get; set; } = "";

    public Paged<UserRow> List { get; private set; } = null!;

    public bool IsLocked(UserRow row) => row.LockedUntil > clock.GetUtcNow();

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        List = await people.UsersAsync(Search, number, cancellation);
}
