using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Reminders;

/// <summary>Who is away and who gets their reminders meanwhile: one's own leave, and for managers that of their people.</summary>
public sealed class LeaveModel(LeaveQueries queries, SaveLeave save, CurrentUser me, Viewer viewer, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>The inputs, as <see cref="LeaveInput"/> names them.</summary>
    public sealed class InputModel
    {
        public Guid? UserId { get; set; }
        public Guid? DelegateId { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }
    }

    private IReadOnlyList<Choice> _delegates = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<LeaveRow> Leaves { get; private set; } = [];
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IEnumerable<SelectListItem> PeopleItems => People.Select(person => new SelectListItem(person.Name, $"{person.Id}"));
    public IEnumerable<SelectListItem> DelegateItems => Options.Of(_delegates, texts["leave.choose"]);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input.UserId = me.Id;
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var added = await save.AddAsync(
            new LeaveInput { UserId = Input.UserId ?? me.Id, DelegateId = Input.DelegateId, From = Input.From, Until = Input.Until }, cancellation);
        if (this.Turned(added) is { } turned)
            return turned;
        if (!added.Succeeded)
        {
            ModelState.Add(added.Refusals, texts, nameof(Input));
            return await AgainAsync(cancellation);
        }
        TempData.FlashDone(texts["leave.added"]);
        return LocalRedirect("/reminders/leave");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        var removed = await save.RemoveAsync(id, cancellation);
        if (this.Turned(removed) is { } turned)
            return turned;
        TempData.FlashDone(texts["leave.removed"]);
        return LocalRedirect("/reminders/leave");
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Leaves = await queries.ListAsync(viewer.Zone.Today(clock), cancellation);
        People = await queries.PeopleAsync(cancellation);
        _delegates = await queries.DelegatesAsync(cancellation);
    }
}
