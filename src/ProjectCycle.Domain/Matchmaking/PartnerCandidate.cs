using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Matchmaking;

/// <summary>What kind of body a candidate is. Names are stored.</summary>
public enum CandidateKind
{
    RegionalGovernment,
    University,
    Institution,
    Company,
    Donor,
}

/// <summary>Somebody abroad the region could work with, before anything is promised. Its version rises with its scores too.</summary>
public sealed class PartnerCandidate : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string Name { get; set; }
    public required CandidateKind Kind { get; set; }

    /// <summary>ISO 3166 alpha-2; blank where there is no single one.</summary>
    public string CountryCode { get; set; } = "";

    /// <summary>The same body in the list of partners, when it stands there.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>Who brought it up: an invitation, a visit, the map of needs.</summary>
    public string FoundHow { get; set; } = "";

    public string Notes { get; set; } = "";
    public List<CandidateScore> Scores { get; } = [];
    public int Version { get; set; }
}

/// <summary>What one candidate got for one criterion, and why. Not yet scored is not there.</summary>
public sealed class CandidateScore
{
    /// <summary>The best a criterion can be worth; the least is 0.</summary>
    public const int MostPoints = 5;

    public required Guid CandidateId { get; init; }
    public required Guid ProjectId { get; init; }

    /// <summary>A code of the criteria.</summary>
    public required string CriterionCode { get; init; }

    /// <summary>From 0 to <see cref="MostPoints"/>; null at a gate.</summary>
    public int? Points { get; set; }

    /// <summary>Whether a gate is passed; null at the other criteria.</summary>
    public bool? IsPassed { get; set; }

    public required string Reason { get; set; }
}

/// <summary>The candidate that a project goes on with: one for each project.</summary>
public sealed class PartnerChoice : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid CandidateId { get; init; }
    public required string Reason { get; init; }
    public required DateOnly ChosenOn { get; init; }
    public required Guid ChosenById { get; init; }
    public int Version { get; set; }
}
