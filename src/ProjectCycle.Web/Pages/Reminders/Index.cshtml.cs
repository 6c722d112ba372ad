using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reminders;

namespace ProjectCycle.Web.Pages.Reminders;

/// <summary>The ledger: what was owed to whom on which day, what became of it and what the server answered. The address holds the whole view.</summary>
[Authorize(Policy = "reminder.view")]
public sealed class IndexModel(ReminderLedger ledger, PeopleQueries people) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public MailState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Project { get; set; } = "";

    public Paged<LedgerRow> List { get; private set; } = null!;
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool IsNarrowed => From is not null || Until is not null || State is not null || Person is not null || Project.Length > 0;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        List = await ledger.PageAsync(
            new LedgerFilter { From = From, Until = Until, State = State, PersonId = Person, Project = Project, Page = number }, cancellation);
        People = await people.PeopleInReachAsync(cancellation);
    }
}
