using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Reminders;

namespace ProjectCycle.Web.Pages.Reminders.Policies;

/// <summary>The policies of reminders, the most specific first, the product's own last.</summary>
[Authorize(Policy = "reminder.manage")]
public sealed class IndexModel(ReminderPolicyQueries queries) : PageModel
{
    public IReadOnlyList<ReminderPolicyRow> Policies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Policies = [.. await queries.ListAsync(cancellation), new ReminderPolicyRow(ReminderPolicy.Default, Unit: null, MayEdit: false)];
}
