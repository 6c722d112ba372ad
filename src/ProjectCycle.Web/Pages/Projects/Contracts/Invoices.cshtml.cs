using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>All invoices of a project, of contracts and of running costs, with foot sums by currency.</summary>
[Authorize(Policy = "project.view")]
public sealed class InvoicesModel(ProjectPage projects, CurrentUser me, InvoiceList invoices, MoneyRows rows) : MoneyPageModel(projects, me)
{
    /// <summary>The tabs: all, unpaid, unclaimed.</summary>
    public static IReadOnlyList<string> Tabs { get; } = ["all", InvoiceFilter.Unpaid, InvoiceFilter.Unclaimed];

    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "";

    public string Shown => Tabs.Contains(Show) ? Show : Tabs[0];

    public override string Part => MoneyParts.Invoices;

    protected override Right EditRight => Rights.EditContract;

    public bool HasFinancing { get; private set; }

    public InvoicePage List { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        HasFinancing = (await rows.FinancingsAsync(Project.Id, cancellation)).Count > 0;
        List = await invoices.PageAsync(new InvoiceFilter { ProjectId = Project.Id, Show = Shown, Page = number }, cancellation);
    }
}
