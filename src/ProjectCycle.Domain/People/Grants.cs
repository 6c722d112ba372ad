namespace ProjectCycle.Domain.People;

/// <summary>A role a person holds.</summary>
public sealed class UserRole
{
    public required Guid UserId { get; init; }
    public required Role Role { get; init; }
}

/// <summary>A person works in a unit: they reach the unit's projects.</summary>
public sealed class UnitMembership
{
    public required Guid UserId { get; init; }
    public required Guid UnitId { get; init; }
}

/// <summary>A person may read the projects under an agreement (a donor's observer).</summary>
public sealed class AgreementAccess
{
    public required Guid UserId { get; init; }
    public required Guid AgreementId { get; init; }
}
