using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Identification;

/// <summary>The idea of a project on two pages: one for each project.</summary>
public sealed class ConceptNote : IProjectWork
{
    /// <summary>Characters of one section.</summary>
    public const int MaxSection = 4000;

    /// <summary>Sections without which those who decide cannot judge it; the others may stay blank.</summary>
    public static IReadOnlyList<string> Required { get; } = [nameof(Problem), nameof(Objective), nameof(PartnerReason), nameof(ExpectedResults), nameof(NextSteps)];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public string Problem { get; set; } = "";
    public string Objective { get; set; } = "";
    public string Scope { get; set; } = "";

    /// <summary>Which partner, and why this one.</summary>
    public string PartnerReason { get; set; } = "";

    public string ExpectedResults { get; set; } = "";

    /// <summary>What it costs and who pays.</summary>
    public string Cost { get; set; } = "";

    public string Risks { get; set; } = "";
    public string NextSteps { get; set; } = "";
    public int Version { get; set; }
}
