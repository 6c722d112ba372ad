using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The workbooks of a project's money, over all its agreements or one of them.</summary>
[Authorize(Policy = "project.view")]
public sealed class ReportsModel(ProjectPage projects, CurrentUser me, RequestReport reports, MoneyRows rows, Texts texts) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Reports;

    /// <summary>The agreements to choose from.</summary>
    public IReadOnlyList<FinancingRow> Financings { get; private set; } = [];

    /// <summary>The one to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Financing { get; set; }

    protected override Right EditRight => Rights.ExportProjects;

    public async Task OnGetAsync(CancellationToken cancellation) => Financings = await rows.FinancingsAsync(Project.Id, cancellation);

    /// <summary>Queues a workbook over this project.</summary>
    /// <param name="report">Its name.</param>
    /// <param name="application">One application alone.</param>
    /// <param name="cutOff">The day it is made for; today where none is given.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IActionResult> OnPostMakeAsync(string report, Guid? application, DateOnly? cutOff, CancellationToken cancellation)
    {
        var filter = new LedgerReportFilter { Project = Project.Code, Financing = Financing, Application = application, CutOff = cutOff };
        if (this.Turned(await reports.HandleAsync(report ?? "", filter, cancellation)) is { } turned)
            return turned;
        TempData.FlashDone(texts["reports.asked"]);
        return LocalRedirect("/reports");
    }
}
