using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Appraisal;

/// <summary>What a position of the project unit is for. Names are stored.</summary>
public enum PositionKind
{
    Head,
    Finance,
    Procurement,
    Technical,
    Other,
}

/// <summary>A position of the unit that is to run the project (PMU), and who fills it.</summary>
public sealed class UnitPosition : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public PositionKind Kind { get; set; } = PositionKind.Other;
    public string Title { get; set; } = "";
    public string Duties { get; set; } = "";

    /// <summary>A person who works with this program; null where it is somebody else or nobody.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The name of somebody who does not.</summary>
    public string PersonName { get; set; } = "";

    public bool IsFullTime { get; set; }

    /// <summary>Number of the decree that appoints the person.</summary>
    public string DecreeNumber { get; set; } = "";

    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day; null while it is open.</summary>
    public DateOnly? EndsOn { get; set; }

    public int Version { get; set; }
}
