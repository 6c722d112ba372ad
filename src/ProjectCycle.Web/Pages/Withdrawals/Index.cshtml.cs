using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Withdrawals;

/// <summary>The cockpit: withdrawal applications of all projects within reach, what they wait for, and what asks for a look.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(WithdrawalCockpit cockpit, RequestReport reports, Texts texts) : PageModel
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

    /// <summary>Queues the register of all applications within reach, or of one agreement.</summary>
    public async Task<IActionResult> OnPostExportAsync(Guid? financing, CancellationToken cancellation)
    {
        if (this.Turned(await reports.HandleAsync(LedgerReports.Withdrawals, new LedgerReportFilter { Financing = financing }, cancellation)) is { } turned)
            return turned;
        TempData.FlashDone(texts["reports.asked"]);
        return LocalRedirect("/reports");
    }
}
