using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>What the move to another version needs.</summary>
public sealed class VersionForm
{
    public int To { get; set; }
    public int Version { get; set; }
    public string Reason { get; set; } = "";
}

/// <summary>What moving a project to another version of its template would mean, and for a manager the button that does it.</summary>
public sealed class TemplateModel(ProjectPage projects, CurrentUser me, ChangeTemplateVersion change, TemplateCatalog templates, Texts texts)
    : ProjectTabModel(projects, me)
{
    public VersionForm Input { get; private set; } = new();

    /// <summary>Null where the template has no other version.</summary>
    public VersionChangeView? Change { get; private set; }

    public override ProjectTab? Tab => null;

    /// <summary>The other versions a project may be moved to, newest first.</summary>
    public IReadOnlyList<CycleTemplate> Others
    {
        get
        {
            var known = templates.Now;
            return [.. known.All.Where(t => t.Id == Project.TemplateId && t.Version != View.Template.Version && !known.Retired.Contains((t.Id, t.Version))).Reverse()];
        }
    }

    public async Task<IActionResult> OnGetAsync(int? to, CancellationToken cancellation)
    {
        var wanted = to ?? Others.Select(t => (int?)t.Version).FirstOrDefault();
        if (wanted is { } version)
            await LoadAsync(version, cancellation);
        return to is not null && Change is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] VersionForm input, CancellationToken cancellation)
    {
        Input = input;
        if (ModelState.IsValid)
        {
            var outcome = await change.HandleAsync(
                new VersionRequest { ProjectCode = Project.Code, ToVersion = input.To, Version = input.Version, Reason = input.Reason }, cancellation);
            if (this.Turned(outcome) is { } turned)
                return turned;
            if (outcome.Succeeded)
            {
                TempData.FlashDone(texts["version.done", Project.Code, input.To]);
                return LocalRedirect(ProjectLinks.Cycle(Project.Code));
            }
            ModelState.Add(outcome.Refusals, texts, nameof(Input));
        }
        await LoadAsync(input.To, cancellation);
        return Page();
    }

    private async Task LoadAsync(int to, CancellationToken cancellation) => Change = await change.PreviewAsync(View, to, cancellation);
}
