using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Negotiation;

/// <summary>An action as its list shows it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Owner">Name of who of our unit does it.</param>
/// <param name="Round">Number of the round that brought it.</param>
/// <param name="IsReminded">It stands among the open deadlines.</param>
public sealed record ActionRow(NegotiationAction Action, string? Owner, int? Round, bool IsReminded);

/// <summary>Reads the actions of a project's negotiation.</summary>
public sealed class ActionList(AppDbContext db, CurrentUser user)
{
    /// <summary>All actions, open ones first, the earliest first; none of a project that is not for this person. One query.</summary>
    public async Task<IReadOnlyList<ActionRow>> OfAsync(Guid project, CancellationToken cancellation) =>
        await Reached(project)
            .OrderBy(a => a.DoneOn != null).ThenBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
            .Select(a => new ActionRow(
                a,
                db.Users.Where(u => u.Id == a.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                db.NegotiationRounds.Where(r => r.Id == a.RoundId).Select(r => (int?)r.Number).FirstOrDefault(),
                db.OpenDeadlines.Any(d => d.Id == a.DeadlineId)))
            .ToListAsync(cancellation);

    /// <summary>One action, or null when it is not one of this project or not for this person.</summary>
    public Task<NegotiationAction?> FindAsync(Guid project, Guid id, CancellationToken cancellation) =>
        Reached(project).FirstOrDefaultAsync(a => a.Id == id, cancellation);

    private IQueryable<NegotiationAction> Reached(Guid project) =>
        db.NegotiationActions.AsNoTracking()
            .Where(a => a.ProjectId == project && db.Projects.Within(user.Scope(Rights.ViewProject)).Any(p => p.Id == a.ProjectId));
}
