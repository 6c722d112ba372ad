using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>How the money of a project stands: each agreement in its own currency.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(ProjectPage projects, CurrentUser me, ProjectMonitor monitor, ProjectionList plans) : ProjectTabModel(projects, me)
{
    /// <summary>The leading agreement first.</summary>
    public IReadOnlyList<FinancingStanding> Standings { get; private set; } = [];

    /// <summary>Planned and real disbursements by financing.</summary>
    public IReadOnlyDictionary<Guid, PlanCurve> Curves { get; private set; } = null!;

    public ProjectLights Lights { get; private set; } = null!;

    /// <summary>The foot of the table, by currency.</summary>
    public IReadOnlyList<MoneySum> Sums => MoneySum.ByCurrency(Standings.Select(row => row.Sum));

    public bool MayEdit => May(Rights.EditAgreement);

    public override ProjectTab? Tab => ProjectTab.Money;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Standings, Lights) = await monitor.GlanceAsync(Project.Id, View.Today, View.Template.Monitoring, View.Health?.Light, cancellation);
        Curves = await plans.DisbursementsAsync(Standings.Select(row => row.Financing), View.Today, cancellation);
    }
}
