using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>The deadlines of all projects the person may see. The address holds the whole view.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(DeadlineList deadlines, SetDeadline set, Texts texts) : PageModel
{
    public static IReadOnlyList<string> Tabs { get; } = ["open", "overdue", "done", "all"];

    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public string Tab => Tabs.Contains(Show) ? Show : Tabs[0];
    public Paged<DeadlineRow> List { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        List = await deadlines.PageAsync(new DeadlineFilter { Show = Tab, Mine = Mine, From = From, Until = Until, Page = number }, cancellation);

    public async Task<IActionResult> OnPostDoneAsync(Guid id, int version, CancellationToken cancellation)
    {
        var outcome = await set.MeetAsync(id, new DeadlineMet(), version, cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (outcome.Succeeded)
            TempData.FlashDone(texts["deadlines.done.flash"], texts["deadlines.undo"], Undo(id, version + 1));
        else
            TempData.FlashWarning(outcome.Sentence(texts));
        return Back();
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, int version, CancellationToken cancellation)
    {
        var outcome = await set.ReopenAsync(id, version, cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        if (outcome.Succeeded)
            TempData.FlashDone(texts["deadlines.reopened.flash"]);
        else
            TempData.FlashWarning(outcome.Sentence(texts));
        return Back();
    }

    private string Undo(Guid id, int version) =>
        Request.PostTo("Reopen", ("id", id.ToString()), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private LocalRedirectResult Back() => LocalRedirect(Request.Here("id", "version"));
}
