using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>A new risk, or one to change.</summary>
[Authorize(Policy = "work.edit")]
public sealed class RiskModel(ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveRisk save, PeopleQueries people)
    : AppraisalFormModel<ProjectRisk, RiskInput>(projects, me, texts, rows, save, people)
{
    public override string Part => WorkParts.Risks;

    protected override string Name => "risk";
}
