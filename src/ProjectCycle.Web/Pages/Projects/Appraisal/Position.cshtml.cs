using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>A new position of the project unit, or one to change.</summary>
[Authorize(Policy = "work.edit")]
public sealed class PositionModel(ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveUnitPosition save, PeopleQueries people)
    : AppraisalFormModel<UnitPosition, UnitPositionInput>(projects, me, texts, rows, save, people)
{
    public override string Part => WorkParts.ProjectUnit;

    protected override string Name => "position";
}
