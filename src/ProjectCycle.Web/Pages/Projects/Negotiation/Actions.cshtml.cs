using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>Who does what by when after each round: open actions first.</summary>
public sealed class ActionsModel(ProjectPage projects, CurrentUser me, ActionList actions) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Actions;

    public IReadOnlyList<ActionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await actions.OfAsync(Project.Id, cancellation);
}
