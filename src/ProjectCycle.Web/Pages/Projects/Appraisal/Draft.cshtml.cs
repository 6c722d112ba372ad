using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>A new legal draft, or one to change.</summary>
[Authorize(Policy = "work.edit")]
public sealed class DraftModel(
    ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveDraft save, PeopleQueries people, DocumentQueries documents)
    : AppraisalFormModel<LegalDraft, DraftInput>(projects, me, texts, rows, save, people)
{
    public override string Part => WorkParts.LegalDrafts;

    /// <summary>The project's documents, any of which may be the text.</summary>
    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    protected override string Name => "draft";

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Documents = [.. (await documents.ListAsync(Project.Id, cancellation)).Select(document => new Choice(document.Id, document.Title))];
    }
}
