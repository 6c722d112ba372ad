using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>Edits what people filled in of a project. A lost race keeps what was typed and shows where it differs from what was saved first.</summary>
public sealed class EditModel(ProjectPage projects, CurrentUser me, EditProject edit, PeopleQueries people, Texts texts, Show show)
    : ProjectTabModel(projects, me), IProjectFormPage
{
    [BindProperty]
    public ProjectForm Input { get; set; } = new();

    public ProjectChoices Choices { get; private set; } = null!;

    /// <summary>Where what was saved first differs from what was typed, after a lost race.</summary>
    public IReadOnlyList<FormDifference> Differences { get; private set; } = [];

    /// <summary>The leading agreement, where there is one.</summary>
    public string? DatesFrom => Project.Financings.MinBy(f => f.Number) is { } leading ? ProjectLinks.Financing(Project.Code, leading.Id) : null;

    public override ProjectTab? Tab => null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!May(Rights.EditProject))
            return Forbid();
        Input = ProjectForm.Of(View);
        Choices = await ProjectChoices.ForUnitAsync(people, Project.UnitId, cancellation);
        return Page();
    }

    /// <inheritdoc cref="NewModel.OnPostAsync"/>
    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellation)
    {
        if (!May(Rights.EditProject))
            return Forbid();
        (Input.Code, Input.UnitId) = (Project.Code, Project.UnitId);
        if (DatesFrom is not null)
            (Input.SignedOn, Input.EffectiveOn, Input.ClosingOn) = (Project.Dates.SignedOn, Project.Dates.EffectiveOn, Project.Dates.ClosingOn);
        if (Input.AddedLines(more) || !await SaveAsync(cancellation))
        {
            Choices = await ProjectChoices.ForUnitAsync(people, Project.UnitId, cancellation);
            if (!ModelState.IsValid && Input.Version != Project.Version)
                TakeOver();
            return Page();
        }
        TempData.FlashDone(texts["project.edit.done", Project.Code]);
        return LocalRedirect(ProjectLinks.Overview(Project.Code));
    }

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        var details = Input.ToDetails(ModelState, texts);
        if (!ModelState.IsValid)
        {
            ModelState.Add(details.Faults(), texts, nameof(Input));
            return false;
        }
        var outcome = await edit.HandleAsync(Project.Code, details, Input.Version, cancellation);
        ModelState.Add(outcome.Refusals, texts, nameof(Input));
        return outcome.Succeeded;
    }

    /// <summary>Having seen the differences, the person may save again: what they typed then stands against the present version.</summary>
    private void TakeOver()
    {
        Differences = FormDifference.Between(ProjectForm.Of(View), Input, Choices, texts, show);
        Input.Version = Project.Version;
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
    }
}
