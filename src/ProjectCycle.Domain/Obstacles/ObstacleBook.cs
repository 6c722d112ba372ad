using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Domain.Obstacles;

/// <summary>Everything the obstacle workbook says. Rows are a stream, read once; names are already in the cover's language.</summary>
/// <param name="Cover">What a reader must know first.</param>
/// <param name="Rows">Every obstacle, those that last first.</param>
/// <param name="ByCode">Each code that occurs; an obstacle counts on its own.</param>
/// <param name="ByStage">In the order of the cycle; an obstacle counts on its own.</param>
/// <param name="ByPartner">By the lead partner; a day that several obstacles cost a project counts once.</param>
public sealed record ObstacleBook(
    ReportCover Cover,
    IAsyncEnumerable<ObstacleBookRow> Rows,
    IReadOnlyList<ObstacleBookSum> ByCode,
    IReadOnlyList<ObstacleBookSum> ByStage,
    IReadOnlyList<ObstacleBookSum> ByPartner);

/// <summary>One obstacle of one project.</summary>
public sealed record ObstacleBookRow
{
    public required string ProjectCode { get; init; }
    public required string Project { get; init; }
    public required string Stage { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Cause { get; init; }
    public required ObstacleParty Party { get; init; }

    /// <summary>From 1 to <see cref="Obstacle.HighestSeverity"/>.</summary>
    public required int Severity { get; init; }

    public required string? Owner { get; init; }
    public required DateOnly StartedOn { get; init; }

    /// <summary>Null while it lasts.</summary>
    public required DateOnly? EndedOn { get; init; }

    public required string Ending { get; init; }

    /// <summary>Days within the period asked for.</summary>
    public required int DaysLost { get; init; }
}

/// <summary>What the obstacles of one code, stage or partner add up to.</summary>
/// <param name="Name">In words.</param>
/// <param name="Count">Obstacles.</param>
/// <param name="Open">Those that last.</param>
/// <param name="DaysLost">Days within the period asked for.</param>
/// <param name="Projects">Projects that had them.</param>
public sealed record ObstacleBookSum(string Name, int Count, int Open, int DaysLost, int Projects);
