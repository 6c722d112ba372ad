namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>What a row of <see cref="CategoryReportRow"/> is about.</summary>
public enum CategoryRowKind
{
    Category,

    /// <summary>What of the agreement is in no category.</summary>
    Unallocated,

    /// <summary>What is known of the agreement only as a whole.</summary>
    Whole,
}

/// <summary>A category of an agreement with what became of it (T4); amounts in the agreement's currency, null where nothing can be said.</summary>
public sealed record CategoryReportRow
{
    public required CategoryRowKind Kind { get; init; }
    public required string Project { get; init; }
    public required string Agreement { get; init; }
    public required string CurrencyCode { get; init; }
    public string? Code { get; init; }
    public string? Name { get; init; }
    public Money.Money? Original { get; init; }
    public Money.Money? Reallocated { get; init; }
    public Money.Money? Current { get; init; }
    public Money.Money? PriorYears { get; init; }
    public Money.Money? ThisYear { get; init; }
    public Money.Money? ThisQuarter { get; init; }
    public Money.Money? Cumulative { get; init; }

    /// <summary>Cumulative of the current allocation.</summary>
    public decimal? Share { get; init; }

    /// <summary>The donor's share of packages that are planned and not signed.</summary>
    public Money.Money? Uncontracted { get; init; }

    public Money.Money? Balance { get; init; }

    /// <summary>By the current projection of the agreement, in the four quarters after the one of the cut-off date.</summary>
    public Money.Money? Projected { get; init; }
}
