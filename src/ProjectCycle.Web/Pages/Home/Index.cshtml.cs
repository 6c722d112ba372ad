using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.Home;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Home;

/// <summary>What waits for the person who looks, and how their projects stand.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(HomePage home, Viewer viewer, TimeProvider clock) : PageModel
{
    public HomeView View { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>The part of the day, as one greets in Indonesia: until eleven, until three, until six.</summary>
    public string PartOfDay => viewer.Zone.LocalTime(clock.GetUtcNow().UtcDateTime).Hour switch
    {
        < 11 => "morning",
        < 15 => "midday",
        < 18 => "afternoon",
        _ => "evening",
    };

    public int Projects => View.ByState.Values.Sum();

    /// <summary>Width of a bar out of a hundred: the fullest stage fills it.</summary>
    public int Share(string state)
    {
        var most = StateCodes.Stages.Max(stage => View.ByState.GetValueOrDefault(stage));
        return most == 0 ? 0 : View.ByState.GetValueOrDefault(state) * 100 / most;
    }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = viewer.Zone.Today(clock);
        View = await home.LoadAsync(cancellation);
    }
}
