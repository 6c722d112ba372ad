using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Obstacles;

/// <summary>The obstacles that moves bring and end; saved with the move.</summary>
public sealed class MoveObstacles(AppDbContext db)
{
    /// <summary>
    /// A hold, drop or return for an obstacle opens it. A resume or reopen ends what a hold or drop had opened, and an advance into
    /// the stage that a return had left ends what that return had opened. What people entered lasts until somebody ends it.
    /// </summary>
    /// <param name="move">The move as it was made.</param>
    /// <param name="project">The project after it.</param>
    /// <param name="party">Whose doing the obstacle is.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FollowAsync(StageMove move, Project project, ObstacleParty party, CancellationToken cancellation)
    {
        if (move is { Kind: MoveKind.Hold or MoveKind.Drop or MoveKind.Return, ObstacleCode: { } code })
            db.Add(Opened(move, project, code, party));
        else if (move.Kind is MoveKind.Resume or MoveKind.Reopen)
            await EndAsync(move, db.StageMoves.Where(m => m.Kind == MoveKind.Hold || m.Kind == MoveKind.Drop), cancellation);
        else if (move.Kind is MoveKind.Advance)
            await EndAsync(move, db.StageMoves.Where(m => m.Kind == MoveKind.Return && m.From == move.To), cancellation);
    }

    private static Obstacle Opened(StageMove move, Project project, string code, ObstacleParty party) => new()
    {
        ProjectId = project.Id,
        Code = code,
        Cause = move.Reason,
        Party = party,
        StageCode = StateCodes.Stages.Contains(move.From) ? move.From! : project.ResumeTo ?? move.From!, // dropped while on hold
        StartedOn = move.On,
        Severity = move.Kind == MoveKind.Drop ? Obstacle.HighestSeverity : Obstacle.UsualSeverity,
        MoveId = move.Id,
    };

    private async Task EndAsync(StageMove move, IQueryable<StageMove> openers, CancellationToken cancellation)
    {
        var open = await db.Obstacles
            .Where(o => o.ProjectId == move.ProjectId && o.EndedOn == null && openers.Any(m => m.Id == o.MoveId))
            .ToListAsync(cancellation);
        foreach (var obstacle in open)
            obstacle.End(move.On, move.Reason);
    }
}
