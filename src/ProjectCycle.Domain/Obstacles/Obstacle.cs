using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Obstacles;

/// <summary>Whose doing, or undoing, an obstacle is. Names are stored.</summary>
public enum ObstacleParty
{
    Region,
    CentralGovernment,
    Partner,
    ThirdParty,
    External,
}

/// <summary>An issue of a project: something of the obstacle list that holds it up, from a day on until it ends.</summary>
public sealed class Obstacle : IProjectWork
{
    /// <summary>1 is a nuisance, this is a stop.</summary>
    public const int HighestSeverity = 5;

    /// <summary>What is entered where nobody said otherwise.</summary>
    public const int UsualSeverity = 3;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>A code of the obstacle list, such as "O4.2".</summary>
    public required string Code { get; set; }

    /// <summary>What happened, in the words of who entered it.</summary>
    public required string Cause { get; set; }

    public required ObstacleParty Party { get; set; }

    /// <summary>The stage in which it arose.</summary>
    public required string StageCode { get; set; }

    public required DateOnly StartedOn { get; set; }

    /// <summary>The first day without it; null while it lasts.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Who is to clear it; null means the project's owner.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>From 1 to <see cref="HighestSeverity"/>.</summary>
    public int Severity { get; set; } = UsualSeverity;

    /// <summary>How it ended.</summary>
    public string Ending { get; set; } = "";

    /// <summary>The hold, drop or return that brought it; null when entered by hand.</summary>
    public Guid? MoveId { get; init; }

    public int Version { get; set; }

    public bool IsOpen => EndedOn is null;

    /// <summary>Ends it; a text that stands there already stays.</summary>
    public void End(DateOnly on, string how)
    {
        EndedOn = on < StartedOn ? StartedOn : on;
        if (Ending.Length == 0)
            Ending = how;
    }
}
