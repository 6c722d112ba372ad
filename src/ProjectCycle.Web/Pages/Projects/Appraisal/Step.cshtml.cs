using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>A new step of problem-solving or channel for complaints, or one to change.</summary>
[Authorize(Policy = "work.edit")]
public sealed class StepModel(ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveStep save, PeopleQueries people)
    : AppraisalFormModel<ProblemStep, StepInput>(projects, me, texts, rows, save, people)
{
    private const int UsualDays = 14;

    public override string Part => WorkParts.ProblemSolving;

    protected override string Name => "step";

    /// <summary>A new one comes last.</summary>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        if (!IsNew || Request.Method != HttpMethods.Get)
            return;
        var isForComplaints = Request.Query.ContainsKey("complaints");
        var before = (await Rows.StepsAsync(Project.Id, cancellation)).Where(step => step.IsForComplaints == isForComplaints);
        Input = new StepInput { IsForComplaints = isForComplaints, Days = UsualDays, Number = before.Select(step => step.Number).DefaultIfEmpty().Max() + 1 };
    }
}
