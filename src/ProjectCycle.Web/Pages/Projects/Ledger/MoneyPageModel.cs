using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The pages of a project's money. The name is the last piece of the address, in lower case.</summary>
public enum MoneyPart
{
    Overview,
    Contracts,
    Invoices,
    Withdrawals,
}

/// <summary>A page of a project's money.</summary>
public abstract class MoneyPageModel(ProjectPage projects, CurrentUser me) : ProjectTabModel(projects, me)
{
    public override ProjectTab? Tab => ProjectTab.Money;

    public virtual MoneyPart Part => MoneyPart.Overview;

    /// <summary>The title below the part's own, such as "New contract"; null on the part's own page.</summary>
    public virtual string? Title => null;

    /// <summary>Where to go once something is done, or left undone.</summary>
    public virtual string Here => Part == MoneyPart.Overview ? ProjectLinks.Money(Project.Code) : ProjectLinks.Money(Project.Code, Part.ToString().ToLowerInvariant());

    /// <summary>Says what was done and goes back, or turns the person away.</summary>
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
