using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Intent;

/// <summary>A project's letter of intent, and what it still lacks.</summary>
public sealed class LetterOfIntentModel(ProjectPage projects, CurrentUser me, IntentQueries intent) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.LetterOfIntent;

    /// <summary>Null while nothing is filled in.</summary>
    public LetterOfIntent? Letter { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Letter = await intent.LetterAsync(Project.Id, cancellation);
}
