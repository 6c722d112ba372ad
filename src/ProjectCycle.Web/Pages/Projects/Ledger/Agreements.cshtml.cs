using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The agreements that pay for a project, with their parties and dates.</summary>
[Authorize(Policy = "project.view")]
public sealed class AgreementsModel(ProjectPage projects, CurrentUser me, MoneyOverview overview) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Agreements;

    /// <summary>The leading one first.</summary>
    public IReadOnlyList<FinancingStanding> Standings { get; private set; } = [];

    protected override Right EditRight => Rights.EditAgreement;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Standings = await overview.LoadAsync(Project.Id, View.Today, View.Template.Monitoring, cancellation);
}
