using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Appraisal;

/// <summary>Where a risk comes from. Names are stored.</summary>
public enum RiskKind
{
    Operational,
    Financial,
    EnvironmentalSocial,
    Governance,
    Political,
    Natural,
}

/// <summary>What is done about a risk. Names are stored.</summary>
public enum RiskResponse
{
    Avoid,
    Reduce,
    Transfer,
    Accept,
}

/// <summary>How much a risk weighs.</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
}

/// <summary>Something that may go wrong, with what is done about it.</summary>
public sealed class ProjectRisk : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public string Title { get; set; } = "";
    public RiskKind Kind { get; set; }

    /// <summary>A code of the obstacle list that it would become, such as "O4.2"; blank for none.</summary>
    public string ObstacleCode { get; set; } = "";

    /// <summary>From 1, hardly, to <see cref="RiskScale.Highest"/>, almost certain.</summary>
    public int Likelihood { get; set; }

    /// <summary>From 1, a nuisance, to <see cref="RiskScale.Highest"/>, the project fails.</summary>
    public int Impact { get; set; }

    public RiskResponse Response { get; set; }

    /// <summary>What is done.</summary>
    public string Measure { get; set; } = "";

    /// <summary>Who sees to it; somebody of the project's unit.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>When it is looked at again.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>It can no longer happen.</summary>
    public bool IsClosed { get; set; }

    public int Version { get; set; }

    public int Score => RiskScale.Score(Likelihood, Impact);

    public RiskLevel Level => RiskScale.LevelOf(Score);

    /// <summary>It is open, weighs something, and nobody has said what is done about it or by whom.</summary>
    public bool IsUnanswered => !IsClosed && Level > RiskLevel.Low && (Measure.Length == 0 || OwnerId is null);
}

/// <summary>How risks are weighed: likelihood times impact. The borders are this product's proposal, not a donor's rule.</summary>
public static class RiskScale
{
    public const int Highest = 5;

    /// <summary>From here on a risk is medium.</summary>
    public const int Medium = 6;

    /// <summary>From here on a risk is high.</summary>
    public const int High = 15;

    /// <summary>From 1 to 25.</summary>
    public static int Score(int likelihood, int impact) => likelihood * impact;

    /// <summary>1 to 5 is low, 6 to 14 medium, 15 to 25 high.</summary>
    public static RiskLevel LevelOf(int score) => score >= High ? RiskLevel.High : score >= Medium ? RiskLevel.Medium : RiskLevel.Low;
}
