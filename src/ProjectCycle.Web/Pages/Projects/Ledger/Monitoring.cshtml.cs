using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>What the numbers of each agreement say by the rules of its donor, the ratings, and the light by the numbers beside the manager's own.</summary>
[Authorize(Policy = "project.view")]
public sealed class MonitoringModel(ProjectPage projects, CurrentUser me, ProjectMonitor monitor) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Monitoring;

    /// <summary>The leading agreement first.</summary>
    public IReadOnlyList<FinancingMonitor> Financings { get; private set; } = [];

    public ProjectLights Lights { get; private set; } = null!;

    /// <summary>The donor family's scale; null where its template has none.</summary>
    public RatingScale? Scale => RatingCriteria.OfTemplate(Project.TemplateId);

    /// <summary>Scales a rating can be entered on: one's own light, and the donor's, or any where the template has none.</summary>
    public IEnumerable<RatingScale> Offered => Enum.GetValues<RatingScale>().Where(scale => scale == RatingScale.Own || Scale is null || scale == Scale);

    protected override Right EditRight => Rights.EditAgreement;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Financings = await monitor.LoadAsync(Project.Id, View.Today, View.Template.Monitoring, cancellation);
        Lights = ProjectMonitor.Lights(Financings, View.Health?.Light);
    }

    /// <summary>The form of a rating; of a new one on a scale when none is named.</summary>
    public string RatingLink(Guid financing, RatingScale scale, Guid? rating = null) =>
        rating is { } id ? ProjectLinks.MoneyRow(Project.Code, "ratings", id) : $"{ProjectLinks.MoneyRow(Project.Code, "ratings", null, financing)}&scale={scale}";
}
