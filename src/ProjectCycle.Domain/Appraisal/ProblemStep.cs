using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Appraisal;

/// <summary>A step by which problems are solved, or a channel for complaints of those concerned.</summary>
public sealed class ProblemStep : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>It is for complaints from outside, not for problems between the parties.</summary>
    public bool IsForComplaints { get; set; }

    /// <summary>Its place in the order, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The level, such as the field team or the steering committee.</summary>
    public string Level { get; set; } = "";

    /// <summary>Who decides there.</summary>
    public string Decider { get; set; } = "";

    /// <summary>Within how many days; then the next step follows.</summary>
    public int Days { get; set; }

    /// <summary>How the problem or complaint is brought there.</summary>
    public string Contact { get; set; } = "";

    public int Version { get; set; }
}
