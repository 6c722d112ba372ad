using ProjectCycle.Domain.Work;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>The six studies side by side.</summary>
public sealed class StudiesModel(ProjectPage projects, CurrentUser me, PreparationQueries queries) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Studies;

    public IReadOnlyList<StudyCard> Studies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Studies = await queries.StudiesAsync(Project.Id, cancellation);
}
