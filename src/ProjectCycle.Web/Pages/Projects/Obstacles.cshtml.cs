using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Features;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>An obstacle as its form sends it: a new one without an id.</summary>
public sealed class ObstacleForm
{
    public Guid? Id { get; set; }
    public string Code { get; set; } = "";
    public string Cause { get; set; } = "";
    public ObstacleParty Party { get; set; }
    public string StageCode { get; set; } = "";
    public DateOnly? StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string Ending { get; set; } = "";
    public Guid? OwnerId { get; set; }
    public int Severity { get; set; } = Obstacle.UsualSeverity;
    public int Version { get; set; }
}

/// <summary>A project's obstacles: those that last first, each with what can be done about it.</summary>
public sealed class ObstaclesModel(ProjectPage projects, CurrentUser me, ObstacleList list, SaveObstacle save, PeopleQueries people, Texts texts)
    : ProjectTabModel(projects, me)
{
    private const int PageSize = 100;

    public ObstacleForm Obstacle { get; private set; } = new();

    /// <summary>True when the form that came back only ends one.</summary>
    public bool IsEnding { get; private set; }

    public Paged<ObstacleRow> Obstacles { get; private set; } = null!;
    public IReadOnlyList<Choice> People { get; private set; } = [];
    public override ProjectTab? Tab => ProjectTab.Obstacles;

    public Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation) => LoadAsync(number ?? 1, cancellation);

    public Task<IActionResult> OnPostAddAsync([Bind(Prefix = "Obstacle")] ObstacleForm form, CancellationToken cancellation) =>
        SaveAsync(form, "obstacle.added", async input => (await save.AddAsync(Project.Code, input, cancellation)).Refusals, cancellation);

    public Task<IActionResult> OnPostChangeAsync([Bind(Prefix = "Obstacle")] ObstacleForm form, CancellationToken cancellation) =>
        SaveAsync(form, "obstacle.changed", async input => (await save.ChangeAsync(form.Id ?? Guid.Empty, input, form.Version, cancellation)).Refusals, cancellation);

    public async Task<IActionResult> OnPostEndAsync([Bind(Prefix = "Obstacle")] ObstacleForm form, CancellationToken cancellation)
    {
        (Obstacle, IsEnding) = (form, true);
        if (form.EndedOn is null && ModelState.IsValid)
            ModelState.Add([new Refusal("required", nameof(form.EndedOn))], texts, nameof(Obstacle));
        if (ModelState.IsValid)
            ModelState.Add((await save.EndAsync(form.Id ?? Guid.Empty, form.EndedOn!.Value, form.Ending, form.Version, cancellation)).Refusals, texts, nameof(Obstacle));
        return await DoneAsync("obstacle.ended", cancellation);
    }

    private async Task<IActionResult> SaveAsync(
        ObstacleForm form, string doneText, Func<ObstacleInput, Task<IReadOnlyList<Refusal>>> keep, CancellationToken cancellation)
    {
        Obstacle = form;
        if (form.StartedOn is null && ModelState.IsValid)
            ModelState.Add([new Refusal("required", nameof(form.StartedOn))], texts, nameof(Obstacle));
        if (ModelState.IsValid)
            ModelState.Add(await keep(InputOf(form)), texts, nameof(Obstacle));
        return await DoneAsync(doneText, cancellation);
    }

    private static ObstacleInput InputOf(ObstacleForm form) => new()
    {
        Code = form.Code,
        Cause = form.Cause,
        Party = form.Party,
        StageCode = form.StageCode,
        StartedOn = form.StartedOn!.Value,
        EndedOn = form.EndedOn,
        Ending = form.Ending,
        OwnerId = form.OwnerId,
        Severity = form.Severity,
    };

    private async Task<IActionResult> DoneAsync(string doneText, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            TempData.FlashDone(texts[doneText]);
            return LocalRedirect(ProjectLinks.Obstacles(Project.Code));
        }
        await LoadAsync(1, cancellation);
        return Page();
    }

    private async Task LoadAsync(int page, CancellationToken cancellation)
    {
        Obstacles = await list.PageAsync(new ObstacleFilter { ProjectId = Project.Id, Page = page, PageSize = PageSize }, cancellation);
        People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);
    }
}
