using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>A new component, or one to change.</summary>
[Authorize(Policy = "work.edit")]
public sealed class ComponentModel(ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveComponent save, PeopleQueries people)
    : AppraisalFormModel<ProjectComponent, ComponentInput>(projects, me, texts, rows, save, people)
{
    public override string Part => WorkParts.Components;

    protected override string Name => "component";

    /// <summary>A new one gets the next number.</summary>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        if (IsNew && Input.Number == 0 && ModelState.IsValid)
            Input = Input with { Number = (await Rows.ComponentsAsync(Project.Id, cancellation)).Select(line => line.Component.Number).DefaultIfEmpty().Max() + 1 };
    }
}
