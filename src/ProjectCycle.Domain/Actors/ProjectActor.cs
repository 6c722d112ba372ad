using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Actors;

/// <summary>Who takes part in regional foreign cooperation. Names are stored.</summary>
public enum ActorKind
{
    ForeignMinistry,
    Mission,
    DevelopmentAgency,
    Multinational,
    Ingo,
    RegionalGovernment,
    HomeAffairs,
    Dprd,
    Tkksd,
    Skpd,
    Bappeda,
    Dpmptsp,
    University,
    Community,
    Diaspora,
}

/// <summary>Somebody outside the unit who has a part in a project.</summary>
public sealed class ProjectActor : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public ActorKind Kind { get; set; }
    public required string Organisation { get; set; }

    /// <summary>Whom to ask there.</summary>
    public string Person { get; set; } = "";

    /// <summary>What it does in the project.</summary>
    public string Part { get; set; } = "";

    /// <summary>Telephone, mail or address.</summary>
    public string Contact { get; set; } = "";

    public int Version { get; set; }
}
