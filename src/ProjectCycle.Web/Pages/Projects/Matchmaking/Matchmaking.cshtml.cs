using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Matchmaking;

/// <summary>A project's candidates side by side, and the choice among them.</summary>
public sealed class MatchmakingModel(ProjectPage projects, CurrentUser me, Comparison comparison, ChoosePartner choose, Texts texts) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Matchmaking;

    public CandidateTable Table { get; private set; } = null!;

    /// <summary>True when the chosen one stands in the list of partners, leads nothing yet here, and the person may change that.</summary>
    public bool MayMakeLead => Table.Chosen?.Candidate.PartnerId is { } partner && partner != Project.LeadPartnerId && May(Rights.EditProject);

    public async Task OnGetAsync(CancellationToken cancellation) => Table = await comparison.OfAsync(Project.Id, cancellation);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid choice, int version, CancellationToken cancellation) =>
        Answer(await choose.WithdrawAsync(choice, version, cancellation), "matchmaking.withdrawn", texts);
}
