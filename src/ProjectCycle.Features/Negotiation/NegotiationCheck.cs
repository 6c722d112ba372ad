using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Negotiation;

/// <summary>How rounds, positions, actions and signing stand.</summary>
public sealed class NegotiationCheck(AppDbContext db) : IWorkCheck
{
    public IReadOnlyList<string> Parts { get; } = [WorkParts.Rounds, WorkParts.Positions, WorkParts.Actions, WorkParts.Signing];

    public async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = new List<WorkStatus>();
        foreach (var part in parts)
            statuses.AddRange(await StatusesOf(part, projects).ToListAsync(cancellation));
        return statuses;
    }

    private IQueryable<WorkStatus> StatusesOf(string part, IReadOnlyCollection<Guid> projects) => part switch
    {
        WorkParts.Rounds => Rounds(projects),
        WorkParts.Positions => Positions(projects),
        WorkParts.Actions => Actions(projects),
        WorkParts.Signing => Signing(projects),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of a negotiation."),
    };

    /// <summary>One round went through all its steps and has its minutes.</summary>
    private IQueryable<WorkStatus> Rounds(IReadOnlyCollection<Guid> projects) =>
        db.NegotiationRounds.Where(r => projects.Contains(r.ProjectId)).GroupBy(r => r.ProjectId).Select(of => new WorkStatus(
            of.Key,
            WorkParts.Rounds,
            of.Count(),
            of.Count(r => r.MinutesId != null && r.PreparationDone && r.OpeningDone && r.StatementDone && r.DiscussionDone && r.AgreementDone) > 0));

    /// <summary>There is an item and none is open.</summary>
    private IQueryable<WorkStatus> Positions(IReadOnlyCollection<Guid> projects) =>
        db.NegotiationPositions.Where(p => projects.Contains(p.ProjectId)).GroupBy(p => p.ProjectId)
            .Select(of => new WorkStatus(of.Key, WorkParts.Positions, of.Count(), of.Count(p => p.Outcome == PositionOutcome.Open) == 0));

    /// <summary>There was a round or an action, and no action is open: a round may well leave nothing to do.</summary>
    private IQueryable<WorkStatus> Actions(IReadOnlyCollection<Guid> projects) =>
        db.Projects.Where(p => projects.Contains(p.Id))
            .Where(p => db.NegotiationActions.Any(a => a.ProjectId == p.Id) || db.NegotiationRounds.Any(r => r.ProjectId == p.Id))
            .Select(p => new WorkStatus(
                p.Id,
                WorkParts.Actions,
                db.NegotiationActions.Count(a => a.ProjectId == p.Id),
                !db.NegotiationActions.Any(a => a.ProjectId == p.Id && a.DoneOn == null)));

    /// <summary>Somebody of each side has signed.</summary>
    private IQueryable<WorkStatus> Signing(IReadOnlyCollection<Guid> projects) =>
        db.Projects.Where(p => projects.Contains(p.Id))
            .Where(p => db.Signatories.Any(s => s.ProjectId == p.Id) || db.EffectivenessConditions.Any(c => c.ProjectId == p.Id))
            .Select(p => new WorkStatus(
                p.Id,
                WorkParts.Signing,
                db.Signatories.Count(s => s.ProjectId == p.Id) + db.EffectivenessConditions.Count(c => c.ProjectId == p.Id),
                db.Signatories.Any(s => s.ProjectId == p.Id && s.Side == NegotiationSide.Ours && s.SignedOn != null)
                    && db.Signatories.Any(s => s.ProjectId == p.Id && s.Side == NegotiationSide.Partner && s.SignedOn != null)));
}
