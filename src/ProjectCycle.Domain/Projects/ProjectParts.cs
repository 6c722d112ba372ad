namespace ProjectCycle.Domain.Projects;

/// <summary>What a partner does in a project; the roles of IATI 2.03 (1 funding to 4 implementing). Names are stored.</summary>
public enum PartnerRole
{
    Funding = 1,
    Accountable = 2,
    Extending = 3,
    Implementing = 4,
}

/// <summary>A partner's part in a project.</summary>
public sealed class ProjectPartner
{
    public required Guid ProjectId { get; init; }
    public required Guid PartnerId { get; init; }
    public required PartnerRole Role { get; init; }
}

/// <summary>What an amount is. Names are stored.</summary>
public enum AmountKind
{
    /// <summary>What the partner gives or lends.</summary>
    Agreement,

    /// <summary>Dana pendamping: what the region adds.</summary>
    Counterpart,

    /// <summary>Estimated cost while nothing is agreed.</summary>
    Estimate,
}

/// <summary>An amount of a project, in whole minor units.</summary>
public sealed class ProjectAmount
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required AmountKind Kind { get; init; }
    public required long MinorUnits { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The amount as money; its currency was checked when it was entered.</summary>
    public Money.Money Money => new(MinorUnits, Domain.Money.Currencies.All[Currency]);
}
