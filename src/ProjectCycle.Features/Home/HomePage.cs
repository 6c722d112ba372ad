using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reviews;

namespace ProjectCycle.Features.Home;

/// <summary>Something a project needs that this person can supply.</summary>
/// <param name="Condition">The unmet condition of the project's next gate.</param>
public sealed record WaitingItem(string ProjectCode, LocalText ProjectName, string State, GateCondition Condition);

/// <summary>What Home shows.</summary>
/// <param name="Waiting">At most <see cref="HomePage.Shown"/> items.</param>
/// <param name="WaitingTotal">How many there are among the projects looked at.</param>
/// <param name="Deadlines">The person's open deadlines of the coming fortnight and all overdue ones.</param>
/// <param name="ByState">How many projects stand in each state; only states that hold any.</param>
/// <param name="Overdue">Projects with an open deadline in the past.</param>
/// <param name="Reviews">The oldest open requests for a decision that the person could answer, and how many there are.</param>
public sealed record HomeView(
    IReadOnlyList<WaitingItem> Waiting,
    int WaitingTotal,
    IReadOnlyList<DeadlineRow> Deadlines,
    IReadOnlyDictionary<string, int> ByState,
    int Overdue,
    Paged<ReviewRow> Reviews);

/// <summary>What waits for the person who looks: a fixed number of queries.</summary>
public sealed class HomePage(
    AppDbContext db, CurrentUser user, TemplateCatalog templates, GateFactsQuery gateFacts, DeadlineList deadlines, ReviewInbox reviews, TimeProvider clock)
{
    /// <summary>Items of a tile.</summary>
    public const int Shown = 12;

    /// <summary>Requests for a decision, which come on top of the tile.</summary>
    private const int ReviewsShown = 5;

    /// <summary>Projects whose gates are looked through; the longest in their stage come first.</summary>
    private const int LookedAt = 100;

    public async Task<HomeView> LoadAsync(CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var projects = db.Projects.AsNoTracking().Within(user.Scope(Rights.ViewProject));
        var byState = await projects.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var overdue = await projects.CountAsync(p => db.OpenDeadlines.Where(d => d.DueOn < today).Select(d => d.ProjectId).Contains(p.Id), cancellation);
        var waiting = await WaitingAsync(today, cancellation);
        var mine = await deadlines.FirstAsync(new DeadlineFilter { Mine = true, Until = today.AddDays(14), PageSize = Shown }, cancellation);
        return new HomeView([.. waiting.Take(Shown)], waiting.Count, mine, byState, overdue, await reviews.ForMeAsync(1, ReviewsShown, cancellation));
    }

    /// <summary>Conditions of the next gate that somebody with this person's roles supplies; fields and dates only to those who edit.</summary>
    private async Task<List<WaitingItem>> WaitingAsync(DateOnly today, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ConfirmItem) && !user.Can(Rights.MoveProject))
            return [];
        // The few ids first: sorting whole projects would read every one of them.
        var ids = await db.Projects.Within(user.Scope(Rights.ConfirmItem))
            .Where(p => StateCodes.Stages.Contains(p.State))
            .OrderBy(p => p.OwnerId == user.Id ? 0 : 1).ThenBy(p => p.StateSince).ThenBy(p => p.Code)
            .Select(p => p.Id).Take(LookedAt).ToListAsync(cancellation);
        var projects = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Include(p => p.Partners).Include(p => p.Amounts).AsSplitQuery().ToDictionaryAsync(p => p.Id, cancellation);
        var facts = await gateFacts.ForAsync([.. projects.Values], today, cancellation);
        var asked = (await db.OpenRequests.AsNoTracking().Where(r => ids.Contains(r.ProjectId))
            .Select(r => new { r.ProjectId, r.AuthorityCode }).ToListAsync(cancellation)).Select(r => (r.ProjectId, r.AuthorityCode)).ToHashSet();
        return [.. ids.Where(projects.ContainsKey).Select(id => projects[id]).SelectMany(p => Unmet(p, facts[p.Id])
            .Where(c => c.Kind != ConditionKind.Decision || !asked.Contains((p.Id, c.Subject))) // stands among the requests
            .Select(c => new WaitingItem(p.Code, p.Name, p.State, c)))];
    }

    private IEnumerable<GateCondition> Unmet(Project project, GateFacts facts) =>
        CycleMachine.For(templates.Get(project.TemplateId, project.TemplateVersion), project, facts).Moves()
            .Where(check => check.Trigger.Kind is MoveKind.Advance or MoveKind.Close)
            .SelectMany(check => check.Unmet)
            .Select(unmet => unmet.Condition)
            .Where(condition => condition.SuppliedBy.Intersect(user.Roles).Any());
}
