using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A page of one part of a tab: of the work, or of the money.</summary>
public abstract class PartPageModel(ProjectPage projects, CurrentUser me) : ProjectTabModel(projects, me)
{
    /// <summary>Its code: the last piece of its address, and in the keys of its texts.</summary>
    public abstract string Part { get; }

    /// <summary>The title below the part's own, such as "New row"; null on the part's own page.</summary>
    public virtual string? Title => null;

    /// <summary>What the person needs to change something here.</summary>
    protected abstract Right EditRight { get; }

    public bool MayEdit => May(EditRight);

    /// <summary>Where to go once something is done, or left undone.</summary>
    public virtual string Here => ProjectLinks.Part(Tab!.Value, Project.Code, Part);

    /// <summary>Says what was done and shows the part's page, or turns the person away; for a button that stands in a list.</summary>
    protected IActionResult Answer<T>(Outcome<T> outcome, string doneText, Texts texts)
    {
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (outcome.Succeeded)
            TempData.FlashDone(texts[doneText]);
        else
            TempData.FlashWarning(outcome.Sentence(texts));
        return LocalRedirect(Here);
    }
}
