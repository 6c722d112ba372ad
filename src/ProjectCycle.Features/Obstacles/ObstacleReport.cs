using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Obstacles;

/// <summary>What some obstacles add up to.</summary>
/// <param name="Key">Code or group, stage, or id of the partner; blank for the whole.</param>
/// <param name="Count">Obstacles.</param>
/// <param name="Open">Those that last.</param>
/// <param name="DaysLost">Days within the period asked for.</param>
/// <param name="Projects">Projects that had them.</param>
public sealed record ObstacleSum(string Key, int Count, int Open, int DaysLost, int Projects);

/// <summary>Obstacles by code, by stage and by partner.</summary>
public sealed record ObstacleTables
{
    /// <summary>Each group that occurs, followed by its codes; an obstacle counts on its own.</summary>
    public required IReadOnlyList<ObstacleSum> ByCode { get; init; }

    /// <summary>In the order of the cycle; an obstacle counts on its own.</summary>
    public required IReadOnlyList<ObstacleSum> ByStage { get; init; }

    /// <summary>By the lead partner, most days first; a day that several obstacles cost a project counts once.</summary>
    public required IReadOnlyList<ObstacleSum> ByPartner { get; init; }

    /// <summary>All of them; a day that several obstacles cost a project counts once.</summary>
    public required ObstacleSum Whole { get; init; }

    /// <summary>Names of the partners in <see cref="ByPartner"/>, by key.</summary>
    public required IReadOnlyDictionary<string, string> PartnerNames { get; init; }
}

/// <summary>
/// Counts obstacles and the days they cost, over the projects the person may see. Days are counted here and not in SQL, since
/// the two databases have no common way to subtract dates: one read of six narrow columns, one of partners' names.
/// </summary>
public sealed class ObstacleReport(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The tables for a unit, template or period.</summary>
    public async Task<ObstacleTables> LoadAsync(ObstacleFilter filter, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var read = await db.Filtered(filter.Whole, user.Scope(Rights.ViewProject))
            .Select(x => new
            {
                x.Obstacle.ProjectId,
                x.Obstacle.Code,
                x.Obstacle.StageCode,
                x.Obstacle.StartedOn,
                x.Obstacle.EndedOn,
                x.Project.LeadPartnerId,
                ProjectEndedOn = x.Project.State == StateCodes.Closed || x.Project.State == StateCodes.Dropped ? (DateOnly?)x.Project.StateSince : null,
            })
            .ToListAsync(cancellation);
        var rows = read.ConvertAll(r => new Row(
            r.ProjectId, r.Code, r.StageCode, r.LeadPartnerId ?? Guid.Empty, r.EndedOn is null,
            ObstaclePeriod.Of(r.StartedOn, r.EndedOn, r.ProjectEndedOn, today).Within(filter.From, filter.To)));
        var partners = rows.Select(r => r.Partner).Distinct().ToList();
        return new ObstacleTables
        {
            ByCode = ByCode(rows),
            ByStage = [.. StateCodes.All.Join(rows.GroupBy(r => r.Stage), stage => stage, group => group.Key, (stage, group) => Each(stage, group))],
            ByPartner = [.. rows.GroupBy(r => r.Partner).Select(group => Together(group.Key.ToString(), group))
                .OrderByDescending(sum => sum.DaysLost).ThenByDescending(sum => sum.Count).ThenBy(sum => sum.Key, StringComparer.Ordinal)],
            Whole = Together("", rows),
            PartnerNames = await db.Partners.AsNoTracking().Where(p => partners.Contains(p.Id))
                .ToDictionaryAsync(p => p.Id.ToString(), p => p.DisplayName, cancellation),
        };
    }

    private static List<ObstacleSum> ByCode(List<Row> rows)
    {
        var byCode = rows.ToLookup(r => r.Code);
        var byGroup = rows.ToLookup(r => r.Code.Split('.')[0]);
        return [.. ReferenceData.Obstacles.Values
            .Select(kind => (kind.Code, Rows: kind.IsGroup ? byGroup[kind.Code] : byCode[kind.Code]))
            .Where(kind => kind.Rows.Any())
            .Select(kind => Each(kind.Code, kind.Rows))];
    }

    /// <summary>Every obstacle's days on their own.</summary>
    private static ObstacleSum Each(string key, IEnumerable<Row> rows) => Sum(key, rows, of => of.Sum(r => r.Lost.Days));

    /// <summary>A project's day once, however many obstacles it had.</summary>
    private static ObstacleSum Together(string key, IEnumerable<Row> rows) =>
        Sum(key, rows, of => of.GroupBy(r => r.Project).Sum(project => ObstaclePeriod.Union(project.Select(r => r.Lost))));

    private static ObstacleSum Sum(string key, IEnumerable<Row> rows, Func<List<Row>, int> days)
    {
        var all = rows.ToList();
        return new(key, all.Count, all.Count(r => r.IsOpen), days(all), all.Select(r => r.Project).Distinct().Count());
    }

    private readonly record struct Row(Guid Project, string Code, string Stage, Guid Partner, bool IsOpen, ObstaclePeriod Lost);
}
