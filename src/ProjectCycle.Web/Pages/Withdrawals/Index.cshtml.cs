using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Withdrawals;

/// <summary>The cockpit: withdrawal applications of all projects within reach, what they wait for, and what asks for a look.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(WithdrawalCockpit cockpit) : PageModel
{
    public WithdrawalFilter Filter { get; private set; } = new();
    public WithdrawalPage List { get; private set; } = null!;
    public IReadOnlyList<Choice> Financings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Filter = WithdrawalFilter.Parse(Request.QueryString.Value);
        if (Request.Query.Any(pair => pair.Value == "")) // a form sends its blank inputs too: a link to pass on is shorter
            return LocalRedirect(WithdrawalLinks.Cockpit + Filter.ToQuery());
        List = await cockpit.PageAsync(Filter, cancellation);
        Financings = await cockpit.FinancingsAsync(null, cancellation);
        return Page();
    }
}
