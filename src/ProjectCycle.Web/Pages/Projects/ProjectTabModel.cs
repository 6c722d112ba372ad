using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>The pages of a project.</summary>
public enum ProjectTab
{
    Overview,
    Cycle,
    Work,
    Money,
    Documents,
    Deadlines,
    Obstacles,
    People,
    History,
}

/// <summary>
/// A page of one project. The project, and what hangs on it, is looked up before any handler runs: one that is not there and one that
/// is not for this person give the same answer, whatever was asked.
/// </summary>
public abstract class ProjectTabModel(ProjectPage projects, CurrentUser me) : PageModel
{
    public ProjectView View { get; private set; } = null!;
    public Project Project => View.Project;

    /// <summary>Null on a page that is no tab.</summary>
    public abstract ProjectTab? Tab { get; }

    protected CurrentUser Me { get; } = me;

    protected string Code => (string)RouteData.Values["code"]!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await projects.FindAsync(Code, HttpContext.RequestAborted) is not { } view)
        {
            context.Result = NotFound();
            return;
        }
        View = view;
        if (await FindBelowAsync(HttpContext.RequestAborted))
            await next();
        else
            context.Result = NotFound();
    }

    /// <summary>Looks up what else the address names; false when it is not there, or not for this person.</summary>
    protected virtual Task<bool> FindBelowAsync(CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>True when the person may use <paramref name="right"/> on this very project.</summary>
    public bool May(Right right)
    {
        var scope = Me.Scope(right);
        return Me.Can(right) && (scope.Reaches(Project.UnitId) || View.AgreementIds.Any(scope.AgreementIds.Contains));
    }
}
