using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>A category of the schedule of an agreement: how much may be spent on what, and the donor's share of it (domain.md 4.4).</summary>
public sealed class ExpenditureCategory : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }

    /// <summary>As the agreement writes it, such as "1A". Unique within the financing.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>As first allocated, in the agreement's currency.</summary>
    public long MinorUnits { get; set; }

    /// <summary>The donor's share, from 0 to 1.</summary>
    public decimal Percentage { get; set; }

    public TaxBasis Basis { get; set; }
    public int Version { get; set; }

    /// <summary>The donor's share of what is spent in it.</summary>
    public FinancingShare Share => new(Percentage, Basis);
}

/// <summary>Money moved between categories, or between a category and what is not allocated.</summary>
public sealed class Reallocation : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }

    /// <summary>Null: from what was not allocated.</summary>
    public Guid? FromId { get; set; }

    /// <summary>Null: back to what is not allocated.</summary>
    public Guid? ToId { get; set; }

    public DateOnly On { get; set; }

    /// <summary>Above zero, in the agreement's currency.</summary>
    public long MinorUnits { get; set; }

    /// <summary>The letter or no-objection it rests on.</summary>
    public string Reference { get; set; } = "";

    public string Note { get; set; } = "";
    public int Version { get; set; }
}
