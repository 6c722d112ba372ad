namespace ProjectCycle.Domain.Actors;

/// <summary>A row of a unit's coordination team, which several people may edit at the same time.</summary>
public interface ITeamRow : IVersioned
{
    Guid Id { get; }
    Guid UnitId { get; }
}

/// <summary>The decree that set up a unit's coordination team for regional cooperation (TKKSD).</summary>
public sealed class CoordinationTeam : ITeamRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public string DecreeNumber { get; set; } = "";
    public DateOnly? DecreedOn { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>What somebody is in the team. Names are stored.</summary>
public enum TeamPosition
{
    Chair,
    Secretary,
    Member,
}

/// <summary>Somebody of the coordination team. They need no account here.</summary>
public sealed class TeamMember : ITeamRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required string Name { get; set; }

    /// <summary>The office that brings them into the team, such as head of the unit for finance.</summary>
    public required string Office { get; set; }

    public TeamPosition Position { get; set; } = TeamPosition.Member;

    /// <summary>False for those who join for one matter.</summary>
    public bool IsPermanent { get; set; }

    public DateOnly? Since { get; set; }

    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    public int Version { get; set; }
}

/// <summary>The team's five tasks. Names are stored.</summary>
public enum TeamTaskKind
{
    Mapping,
    Evaluation,
    AgreementMaterial,
    Recommendation,
    Supervision,
}

/// <summary>Something the team has to do.</summary>
public sealed class TeamTask : ITeamRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public TeamTaskKind Kind { get; set; }

    /// <summary>The project it is for; null where it is for none.</summary>
    public Guid? ProjectId { get; set; }

    /// <summary>Who of the team does it.</summary>
    public Guid? MemberId { get; set; }

    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>Whether a team works or only exists.</summary>
/// <param name="FormedOn">The day of the decree, when known.</param>
/// <param name="LastDoneOn">The day its latest task was done; null when none has been.</param>
/// <param name="Tasks">All its tasks, done or not.</param>
public sealed record TeamPulse(DateOnly? FormedOn, DateOnly? LastDoneOn, int Tasks)
{
    /// <summary>So long a team may be silent before it counts as dormant.</summary>
    public const int MonthsOfSilence = 6;

    /// <summary>Since when nothing has been done: the latest task, else the decree.</summary>
    public DateOnly? SilentSince => LastDoneOn ?? FormedOn;

    /// <summary>True when it was set up, or has done something, and has done nothing for so long.</summary>
    public bool IsDormant(DateOnly today) => SilentSince?.AddMonths(MonthsOfSilence) < today;
}
