using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Intent;

/// <summary>What has come of a field so far. Names are stored.</summary>
public enum FieldOutcome
{
    NotBegun,
    UnderWay,
    Achieved,
    BelowTarget,
    NoActivity,
}

/// <summary>A field of cooperation in the plan, with its target, both sides' cost and what came of it.</summary>
public sealed class CooperationField : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string Name { get; set; }
    public string Target { get; set; } = "";

    /// <summary>The office (SKPD) that answers for it.</summary>
    public string ResponsibleOffice { get; set; } = "";

    /// <summary>Minor units of <see cref="OurCurrency"/>; null while unknown.</summary>
    public long? OurMinorUnits { get; private set; }

    /// <summary>ISO 4217; blank while the share is unknown.</summary>
    public string OurCurrency { get; private set; } = "";

    /// <summary>Minor units of <see cref="PartnerCurrency"/>; null while unknown.</summary>
    public long? PartnerMinorUnits { get; private set; }

    /// <summary>ISO 4217; blank while the share is unknown.</summary>
    public string PartnerCurrency { get; private set; } = "";

    public FieldOutcome Outcome { get; set; }

    /// <summary>What was done or stood in the way.</summary>
    public string OutcomeNote { get; set; } = "";

    public int Version { get; set; }

    /// <summary>Target and office are known, as effective programmes have them.</summary>
    public bool IsFixed => Target.Length > 0 && ResponsibleOffice.Length > 0;

    /// <summary>What the region pays; null while unknown, and zero where it pays nothing.</summary>
    public Money.Money? OurShare
    {
        get => Of(OurMinorUnits, OurCurrency);
        set => (OurMinorUnits, OurCurrency) = (value?.MinorUnits, value?.Currency.Code ?? "");
    }

    /// <summary>What the partner pays, as it stated it; null while unknown.</summary>
    public Money.Money? PartnerShare
    {
        get => Of(PartnerMinorUnits, PartnerCurrency);
        set => (PartnerMinorUnits, PartnerCurrency) = (value?.MinorUnits, value?.Currency.Code ?? "");
    }

    private static Money.Money? Of(long? minorUnits, string currency) =>
        minorUnits is { } units ? new Money.Money(units, Currencies.All[currency]) : null;
}
