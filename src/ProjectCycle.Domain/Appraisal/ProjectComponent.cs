using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Appraisal;

/// <summary>A component of a project: what several activities serve together.</summary>
public sealed class ProjectComponent : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>Its place in the plan, from 1.</summary>
    public int Number { get; set; }

    public string Name { get; set; } = "";
    public string Objective { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>An activity of a component: what it yields, who does it, when, and what it costs whom.</summary>
public sealed class ProjectActivity : IProjectWork
{
    /// <summary>No single cost is larger, so that the sums of a plan always fit.</summary>
    public const long HighestCost = 10_000_000_000_000_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public Guid ComponentId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>What is there when it is done.</summary>
    public string Output { get; set; } = "";

    /// <summary>The agency or post that does it.</summary>
    public string Responsible { get; set; } = "";

    public DateOnly? StartsOn { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>What the partner pays; null while nobody said.</summary>
    public long? PartnerMinorUnits { get; private set; }

    /// <summary>ISO 4217 code; blank where there is no amount.</summary>
    public string PartnerCurrency { get; private set; } = "";

    /// <summary>What the region adds; null while nobody said.</summary>
    public long? CounterpartMinorUnits { get; private set; }

    /// <summary>ISO 4217 code; blank where there is no amount.</summary>
    public string CounterpartCurrency { get; private set; } = "";

    public int Version { get; set; }

    public Money.Money? PartnerCost => Of(PartnerMinorUnits, PartnerCurrency);

    public Money.Money? CounterpartCost => Of(CounterpartMinorUnits, CounterpartCurrency);

    /// <summary>Has both dates and a cost.</summary>
    public bool IsPlanned => StartsOn is not null && EndsOn is not null && (PartnerMinorUnits is not null || CounterpartMinorUnits is not null);

    /// <summary>Who pays how much, each in its own currency.</summary>
    public void Costs(Money.Money? partner, Money.Money? counterpart)
    {
        (PartnerMinorUnits, PartnerCurrency) = (partner?.MinorUnits, partner?.Currency.Code ?? "");
        (CounterpartMinorUnits, CounterpartCurrency) = (counterpart?.MinorUnits, counterpart?.Currency.Code ?? "");
    }

    private static Money.Money? Of(long? minorUnits, string currency) =>
        minorUnits is { } amount ? new Money.Money(amount, Currencies.All[currency]) : null;
}
