using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Obstacles;

/// <summary>An obstacle as lists show it.</summary>
public sealed record ObstacleRow
{
    public required Guid Id { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }
    public required string Code { get; init; }
    public required string Cause { get; init; }
    public required ObstacleParty Party { get; init; }
    public required string StageCode { get; init; }
    public required DateOnly StartedOn { get; init; }
    public required DateOnly? EndedOn { get; init; }
    public required string Ending { get; init; }
    public required Guid? OwnerId { get; init; }

    /// <summary>Who is to clear it, else the project's owner.</summary>
    public required string? Owner { get; init; }

    public required int Severity { get; init; }
    public required bool IsByMove { get; init; }

    /// <summary>The day the project was closed or dropped; null for one that runs or is on hold.</summary>
    public required DateOnly? ProjectEndedOn { get; init; }

    public required int Version { get; init; }

    /// <summary>The days lost to it, on its own.</summary>
    public ObstaclePeriod Lost { get; init; }

    public bool IsOpen => EndedOn is null;
}

/// <summary>Obstacles over all projects the person may see: those that last first, then the latest.</summary>
public sealed class ObstacleList(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>One page: two queries.</summary>
    public async Task<Paged<ObstacleRow>> PageAsync(ObstacleFilter filter, CancellationToken cancellation)
    {
        var obstacles = db.Filtered(filter, user.Scope(Rights.ViewProject));
        var total = await obstacles.CountAsync(cancellation);
        var page = Paging.Shown(filter.Page, filter.PageSize, total);
        return new Paged<ObstacleRow>(await RowsAsync(obstacles, page, filter, cancellation), total, page, filter.PageSize);
    }

    /// <summary>The first page without counting the rest: one query.</summary>
    public Task<IReadOnlyList<ObstacleRow>> FirstAsync(ObstacleFilter filter, CancellationToken cancellation) =>
        RowsAsync(db.Filtered(filter, user.Scope(Rights.ViewProject)), page: 1, filter, cancellation);

    /// <summary>All of them, read while they are used: one query.</summary>
    public IAsyncEnumerable<ObstacleRow> StreamAsync(ObstacleFilter filter)
    {
        var today = IndonesianZone.Wib.Today(clock);
        return Rows(db.Filtered(filter, user.Scope(Rights.ViewProject))).AsAsyncEnumerable().Select(row => WithDays(row, filter, today));
    }

    private async Task<IReadOnlyList<ObstacleRow>> RowsAsync(
        IQueryable<ObstacleOfProject> obstacles, int page, ObstacleFilter filter, CancellationToken cancellation)
    {
        var rows = await Rows(obstacles).Skip((page - 1) * filter.PageSize).Take(filter.PageSize).ToListAsync(cancellation);
        var today = IndonesianZone.Wib.Today(clock);
        return [.. rows.Select(row => WithDays(row, filter, today))];
    }

    private static ObstacleRow WithDays(ObstacleRow row, ObstacleFilter filter, DateOnly today) => row with
    {
        Lost = ObstaclePeriod.Of(row.StartedOn, row.EndedOn, row.ProjectEndedOn, today).Within(filter.From, filter.To),
    };

    private IQueryable<ObstacleRow> Rows(IQueryable<ObstacleOfProject> obstacles) => obstacles
        .OrderBy(x => x.Obstacle.EndedOn != null).ThenByDescending(x => x.Obstacle.StartedOn).ThenBy(x => x.Project.Code).ThenBy(x => x.Obstacle.Id)
        .Select(x => new ObstacleRow
        {
            Id = x.Obstacle.Id,
            ProjectCode = x.Project.Code,
            ProjectName = x.Project.Name,
            Code = x.Obstacle.Code,
            Cause = x.Obstacle.Cause,
            Party = x.Obstacle.Party,
            StageCode = x.Obstacle.StageCode,
            StartedOn = x.Obstacle.StartedOn,
            EndedOn = x.Obstacle.EndedOn,
            Ending = x.Obstacle.Ending,
            OwnerId = x.Obstacle.OwnerId,
            Owner = db.Users.Where(u => u.Id == (x.Obstacle.OwnerId ?? x.Project.OwnerId)).Select(u => u.DisplayName).FirstOrDefault(),
            Severity = x.Obstacle.Severity,
            IsByMove = x.Obstacle.MoveId != null,
            ProjectEndedOn = x.Project.State == StateCodes.Closed || x.Project.State == StateCodes.Dropped ? x.Project.StateSince : null,
            Version = x.Obstacle.Version,
        });
}
