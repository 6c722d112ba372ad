using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>How a contract is procured [K]: the donors' usual methods. Names are stored.</summary>
public enum ProcurementMethod
{
    InternationalBidding,
    NationalBidding,
    LimitedBidding,
    Quotations,
    DirectContracting,
    Community,
    ForceAccount,

    /// <summary>Consultants: quality and cost.</summary>
    QualityAndCost,

    QualityBased,
    LeastCost,
    FixedBudget,
    ConsultantQualifications,
    SingleSource,
    IndividualConsultant,
}

/// <summary>When the donor looks at a procurement. Names are stored.</summary>
public enum ReviewType
{
    Prior,
    Post,
}

/// <summary>How a contract stands. Names are stored.</summary>
public enum ContractState
{
    Planned,
    Tendering,
    Awarded,
    Running,
    Completed,
    Terminated,
    Cancelled,
}

/// <summary>A package of the procurement plan and the contract it became (domain.md 4.7, T3).</summary>
public sealed class Contract : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public Guid CategoryId { get; set; }

    /// <summary>Unique within the financing.</summary>
    public string PackageNumber { get; set; } = "";

    public string Description { get; set; } = "";
    public ProcurementMethod Method { get; set; }
    public ReviewType Review { get; set; }
    public ContractState State { get; set; }
    public DateOnly? BidOn { get; set; }
    public DateOnly? NoObjectionOn { get; set; }
    public DateOnly? AwardOn { get; set; }
    public string Contractor { get; set; } = "";

    /// <summary>Of the contractor, ISO 3166 alpha-2; blank while unknown.</summary>
    public string CountryCode { get; set; } = "";

    /// <summary>The contract's own number; blank until it is signed.</summary>
    public string Number { get; set; } = "";

    /// <summary>The donor's number (PCSS); blank while there is none.</summary>
    public string DonorNumber { get; set; } = "";

    public DateOnly? SignedOn { get; set; }
    public DateOnly? StartsOn { get; set; }

    /// <summary>Completion as first agreed; variations move it.</summary>
    public DateOnly? CompletionOn { get; set; }

    /// <summary>ISO 4217.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>As signed, or as estimated before; variations stand apart.</summary>
    public long MinorUnits { get; set; }

    /// <summary>The donor's share of the price, from 0 to 1.</summary>
    public decimal Percentage { get; set; }

    /// <summary>Paid in advance, to be recovered from the invoices.</summary>
    public long Advance { get; set; }

    /// <summary>Kept back from each invoice, from 0 to 1.</summary>
    public decimal RetentionPercentage { get; set; }

    /// <summary>Work done, from 0 to 1, as last read.</summary>
    public decimal PhysicalProgress { get; set; }

    public DateOnly? ProgressOn { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }

    /// <summary>The contract's currency.</summary>
    public Currency Currency => Currencies.All[CurrencyCode];

    /// <summary>Its price as signed.</summary>
    public Money.Money Price => new(MinorUnits, Currency);

    /// <summary>Signed, whatever became of it since: money may have been paid on it.</summary>
    public bool IsSigned => SignedOn is not null && State != ContractState.Cancelled;
}

/// <summary>A variation order: price and completion as they change.</summary>
public sealed class ContractVariation : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid ContractId { get; init; }

    /// <summary>As its order says, such as "CCO-1".</summary>
    public string Number { get; set; } = "";

    public DateOnly On { get; set; }

    /// <summary>Added to the price; below zero takes away. In the contract's currency.</summary>
    public long MinorUnits { get; set; }

    /// <summary>The new completion; null when it stays.</summary>
    public DateOnly? CompletionOn { get; set; }

    public DateOnly? NoObjectionOn { get; set; }
    public string Reason { get; set; } = "";
    public int Version { get; set; }
}
