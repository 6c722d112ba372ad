namespace ProjectCycle.Domain.Partners;

/// <summary>What kind of body a partner is. Names are stored.</summary>
public enum PartnerKind
{
    Donor,
    ForeignCity,
    Ministry,
    Institution,
    Company,
}

/// <summary>A body that projects are done with.</summary>
public sealed class Partner : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required PartnerKind Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>The name people say, such as "KfW".</summary>
    public string ShortName { get; set; } = "";

    /// <summary>ISO 3166 alpha-2; blank for international organisations.</summary>
    public string CountryCode { get; set; } = "";

    public string Website { get; set; } = "";
    public string Notes { get; set; } = "";
    public int Version { get; set; }

    /// <summary>Both names in lower case: a stored column, so that search means the same on every database.</summary>
    public string SearchText
    {
        get => $"{Name} {ShortName}".ToLowerInvariant();
        private set { }
    }

    /// <summary>The short name where there is one.</summary>
    public string DisplayName => ShortName.Length > 0 ? ShortName : Name;
}

/// <summary>
/// A signed or expected paper between the government and a partner that one or more projects run under; a donor's observer
/// is let in by agreement.
/// </summary>
public sealed class Agreement : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PartnerId { get; init; }

    /// <summary>The partner's number or our own working name while there is none.</summary>
    public required string Number { get; set; }

    public required string Title { get; set; }
    public DateOnly? SignedOn { get; set; }
    public int Version { get; set; }
}
