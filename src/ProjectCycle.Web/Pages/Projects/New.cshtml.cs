using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>Registers a project, a new one or one that is already running.</summary>
[Authorize(Policy = "project.register")]
public sealed class NewModel(RegisterProject register, PeopleQueries people, TemplateCatalog templates, Texts texts) : PageModel, IProjectFormPage
{
    [BindProperty]
    public ProjectForm Input { get; set; } = new();

    public ProjectChoices Choices { get; private set; } = null!;
    public string? DatesFrom => null;
    public IReadOnlyList<CycleTemplate> Templates => templates.Current();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choices = await ProjectChoices.ForNewAsync(people, cancellation);
        Input = ProjectForm.Blank();
        if (Choices.Units.Count == 1)
            Input.UnitId = Choices.Units[0].Id;
    }

    /// <param name="more">"partners" or "amounts" when further lines are asked for; nothing is saved then.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellation)
    {
        if (Input.AddedLines(more) || !await RegisterAsync(cancellation))
        {
            Choices = await ProjectChoices.ForNewAsync(people, cancellation);
            return Page();
        }
        TempData.FlashDone(texts["projects.register.done", Input.Code.Trim()]);
        return LocalRedirect(ProjectLinks.Overview(Input.Code.Trim()));
    }

    private async Task<bool> RegisterAsync(CancellationToken cancellation)
    {
        var details = Input.ToDetails(ModelState, texts);
        if (Input.Code.Trim().Equals("new", StringComparison.OrdinalIgnoreCase)) // the address of this very page
            ModelState.AddModelError("Input.Code", texts["refusal.code-taken", Input.Code.Trim()]);
        if (ModelState.IsValid)
            ModelState.Add((await register.HandleAsync(details, Input.TemplateId, Input.Entries(), cancellation)).Refusals, texts, nameof(Input));
        else
            ModelState.Add(details.Faults(), texts, nameof(Input));
        return ModelState.IsValid;
    }
}
