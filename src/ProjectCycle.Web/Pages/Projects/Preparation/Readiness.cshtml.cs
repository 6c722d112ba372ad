using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>All readiness criteria with where the project stands.</summary>
public sealed class ReadinessModel(ProjectPage projects, CurrentUser me, PreparationQueries queries, DocumentQueries documents) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Readiness;

    public IReadOnlyList<ReadinessRow> Rows { get; private set; } = [];

    /// <summary>By id, those that some criterion points to among them.</summary>
    public IReadOnlyDictionary<Guid, DocumentRow> Documents { get; private set; } = new Dictionary<Guid, DocumentRow>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await queries.ReadinessAsync(Project.Id, cancellation);
        Documents = (await documents.ListAsync(Project.Id, cancellation)).ToDictionary(document => document.Id);
    }
}
