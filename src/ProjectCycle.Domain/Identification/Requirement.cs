using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Identification;

/// <summary>Whether a point of a list of requirements is met. Names are stored.</summary>
public enum RequirementState
{
    Unknown,
    Met,
    NotMet,
}

/// <summary>The list of requirements a project is held to, where it is another than the usual one.</summary>
public sealed class RequirementChoice : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>Code of a list of the reference data.</summary>
    public required string ListCode { get; set; }

    public int Version { get; set; }
}

/// <summary>What is known of one point; a point without one is not yet known.</summary>
public sealed class RequirementAnswer : IProjectWork
{
    public const int MaxNote = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>Code of a point of the reference data, such as "nine-points.complementarity".</summary>
    public required string PointCode { get; init; }

    public required RequirementState Answer { get; set; }
    public string Note { get; set; } = "";
    public required Guid AnsweredById { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime AnsweredAt { get; set; }

    public int Version { get; set; }
}
