using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Web.Pages.Projects;
using ProjectCycle.Web.Pages.Projects.Ledger;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Reports;

/// <summary>The workbooks one can ask for, and those the person has asked for.</summary>
[Authorize(Policy = "project.export")]
public sealed class IndexModel(RequestReport reports, PeopleQueries people, TemplateCatalog templates, Texts texts, Show show) : PageModel
{
    /// <summary>What narrows the workbook: the filter people use most; the project list has the rest.</summary>
    public sealed class InputModel
    {
        public string State { get; set; } = "";
        public string Template { get; set; } = "";
        public Guid? Unit { get; set; }
        public bool Overdue { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ReportRun> Runs { get; private set; } = [];
    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    public IEnumerable<SelectListItem> States => Options.States(texts, texts["reports.any"]);
    public IEnumerable<SelectListItem> Templates => Options.Templates(templates.Known(), show, texts["reports.any"]);

    /// <summary>True while the list has to be looked at again.</summary>
    public bool IsWorking => Runs.Any(run => run.State is ReportState.Queued or ReportState.Running);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Runs = await reports.MineAsync(cancellation);
        Units = Options.Of(await people.UnitChoicesAsync(Rights.ExportProjects, cancellation), texts["reports.any"]);
    }

    /// <summary>The list alone, for htmx.</summary>
    public async Task<PartialViewResult> OnGetRunsAsync(CancellationToken cancellation)
    {
        Runs = await reports.MineAsync(cancellation);
        return Partial("_Runs", this);
    }

    /// <summary>Asks for the workbook over the rows the form describes.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        RequestAsync(new ProjectListFilter { State = Input.State, Template = Input.Template, Unit = Input.Unit, Overdue = Input.Overdue }, cancellation);

    /// <summary>Asks for it over everything the person may see, whatever the form says.</summary>
    public Task<IActionResult> OnPostWholeAsync(CancellationToken cancellation) => RequestAsync(new ProjectListFilter(), cancellation);

    /// <summary>Asks once more for what an earlier run was asked for.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancellation) =>
        Answer(await reports.AgainAsync(id, cancellation));

    /// <summary>Where the rows of a run can be looked at.</summary>
    public static string RowsHref(ReportRun run) => IsOfLedger(run) ? LedgerHref(LedgerReportFilter.Parse(run.Query)) : run.Report switch
    {
        RequestReport.Obstacles => "/obstacles",
        RequestReport.ReminderCertificate => "/reminders/certificate",
        _ => "/projects",
    } + run.Query;

    /// <summary>One of the ledger's workbooks.</summary>
    public static bool IsOfLedger(ReportRun run) => LedgerReports.All.Contains(run.Report);

    private static string LedgerHref(LedgerReportFilter filter) => filter.Project == ""
        ? WithdrawalLinks.Cockpit
        : ProjectLinks.Money(filter.Project, MoneyParts.Reports);

    private async Task<IActionResult> RequestAsync(ProjectListFilter filter, CancellationToken cancellation) =>
        Answer(await reports.HandleAsync(filter, cancellation));

    private IActionResult Answer(Outcome<Guid> outcome)
    {
        if (this.Turned(outcome) is { } turned)
            return turned;
        TempData.FlashDone(texts["reports.asked"]);
        return RedirectToPage();
    }
}
