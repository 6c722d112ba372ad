using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>Who signs, and the dated conditions before the agreement takes effect.</summary>
public sealed class SigningModel(ProjectPage projects, CurrentUser me, SigningSheet sheet) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Signing;

    public IReadOnlyList<Signatory> Signatories { get; private set; } = [];
    public IReadOnlyList<EffectivenessRow> Conditions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Signatories = await sheet.SignatoriesAsync(Project.Id, cancellation);
        Conditions = await sheet.ConditionsAsync(Project.Id, cancellation);
    }
}
