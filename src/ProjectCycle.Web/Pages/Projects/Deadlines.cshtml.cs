using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A deadline as its form sends it: a new one without an id.</summary>
public sealed class DeadlineForm
{
    public Guid? Id { get; set; }
    public string Title { get; set; } = "";
    public DateOnly? DueOn { get; set; }
    public Guid? ResponsibleId { get; set; }
    public string Note { get; set; } = "";
    public DateOnly? MetOn { get; set; }
    public Guid? EvidenceId { get; set; }
    public string Reason { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>A project's deadlines: open ones first, each with what can be done about it.</summary>
public sealed class DeadlinesModel(ProjectPage projects, CurrentUser me, DeadlineList list, SetDeadline set, DocumentQueries documents, PeopleQueries people, Texts texts)
    : ProjectTabModel(projects, me)
{
    private const int PageSize = 100;

    public DeadlineForm Deadline { get; private set; } = new();
    public Paged<DeadlineRow> Deadlines { get; private set; } = null!;
    public IReadOnlyList<DocumentRow> Papers { get; private set; } = [];
    public IReadOnlyList<Choice> People { get; private set; } = [];
    public override ProjectTab? Tab => ProjectTab.Deadlines;

    public Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation) => LoadAsync(number ?? 1, cancellation);

    public Task<IActionResult> OnPostAddAsync([Bind(Prefix = "Deadline")] DeadlineForm form, CancellationToken cancellation) =>
        SaveAsync(form, "deadline.added", async input => (await set.AddAsync(Project.Code, input, cancellation)).Refusals, cancellation);

    public Task<IActionResult> OnPostChangeAsync([Bind(Prefix = "Deadline")] DeadlineForm form, CancellationToken cancellation) =>
        SaveAsync(form, "deadline.changed", async input => (await set.ChangeAsync(form.Id ?? Guid.Empty, input, form.Version, cancellation)).Refusals, cancellation);

    public Task<IActionResult> OnPostMeetAsync([Bind(Prefix = "Deadline")] DeadlineForm form, CancellationToken cancellation) =>
        EndAsync(form, "deadline.done", id => set.MeetAsync(id, new DeadlineMet { On = form.MetOn, Note = form.Note, EvidenceId = form.EvidenceId }, form.Version, cancellation), cancellation);

    public Task<IActionResult> OnPostWaiveAsync([Bind(Prefix = "Deadline")] DeadlineForm form, CancellationToken cancellation) =>
        EndAsync(form, "deadline.waived.flash", id => set.WaiveAsync(id, form.Reason, form.Version, cancellation), cancellation);

    public Task<IActionResult> OnPostReopenAsync([Bind(Prefix = "Deadline")] DeadlineForm form, CancellationToken cancellation) =>
        EndAsync(form, "deadline.reopened", id => set.ReopenAsync(id, form.Version, cancellation), cancellation);

    /// <summary>The template's rule that gave it; null for the others, and for one of a version the project has left.</summary>
    public DeadlineRule? RuleOf(DeadlineRow row) =>
        row.RuleCode is { } code ? View.Template.Stages.SelectMany(stage => stage.Deadlines).FirstOrDefault(rule => rule.Code == code) : null;

    private async Task<IActionResult> EndAsync(DeadlineForm form, string doneText, Func<Guid, Task<Outcome<Done>>> end, CancellationToken cancellation)
    {
        Deadline = form;
        if (ModelState.IsValid)
            ModelState.Add((await end(form.Id ?? Guid.Empty)).Refusals, texts, nameof(Deadline));
        return await DoneAsync(doneText, cancellation);
    }

    private async Task<IActionResult> SaveAsync(
        DeadlineForm form, string doneText, Func<DeadlineInput, Task<IReadOnlyList<Refusal>>> save, CancellationToken cancellation)
    {
        Deadline = form;
        if (form.DueOn is null && ModelState.IsValid)
            ModelState.Add([new Refusal("required", nameof(form.DueOn))], texts, nameof(Deadline));
        if (ModelState.IsValid)
            ModelState.Add(await save(new DeadlineInput { Title = form.Title, DueOn = form.DueOn!.Value, ResponsibleId = form.ResponsibleId }), texts, nameof(Deadline));
        return await DoneAsync(doneText, cancellation);
    }

    private async Task<IActionResult> DoneAsync(string doneText, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            TempData.FlashDone(texts[doneText]);
            return LocalRedirect(ProjectLinks.Deadlines(Project.Code));
        }
        await LoadAsync(1, cancellation);
        return Page();
    }

    private async Task LoadAsync(int page, CancellationToken cancellation)
    {
        Deadlines = await list.PageAsync(new DeadlineFilter { ProjectId = Project.Id, Show = "all", Page = page, PageSize = PageSize }, cancellation);
        People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);
        Papers = May(Rights.EditDeadline) ? await documents.ListAsync(Project.Id, cancellation) : [];
    }
}
