using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Work;

/// <summary>A page of one part of a project's work: a code of <see cref="WorkParts"/>.</summary>
public abstract class WorkPageModel(ProjectPage projects, CurrentUser me) : PartPageModel(projects, me)
{
    public override ProjectTab? Tab => ProjectTab.Work;

    protected override Right EditRight => Rights.EditWork;
}

/// <summary>The form of one row of a part of the work.</summary>
/// <typeparam name="TInput">The inputs, named as the use case's refusals name them.</typeparam>
public abstract class WorkFormModel<TInput>(ProjectPage projects, CurrentUser me, Texts texts) : RowFormModel<TInput>(projects, me, texts)
    where TInput : class, new()
{
    public override ProjectTab? Tab => ProjectTab.Work;

    protected override Right EditRight => Rights.EditWork;
}
