namespace ProjectCycle.Domain.Ledger;

/// <summary>Kinds of dana pendamping (domain.md 4.4) [K]. Names are stored.</summary>
public enum CounterpartKind
{
    /// <summary>Cash from the region's budget.</summary>
    CashApbd,

    /// <summary>Cash from the state budget.</summary>
    CashApbn,

    /// <summary>Land, staff, offices.</summary>
    InKind,

    /// <summary>Taxes the donor does not finance.</summary>
    Taxes,
}

/// <summary>What the region adds in one year in one way: pledged, put into the budget, spent.</summary>
public sealed class CounterpartYear : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public CounterpartKind Kind { get; set; }
    public int Year { get; set; }

    /// <summary>ISO 4217, nearly always IDR.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>Promised for the year, in minor units.</summary>
    public long Pledged { get; set; }

    /// <summary>In the budget; null while it is not.</summary>
    public long? Budgeted { get; set; }

    /// <summary>Number of the regional budget (APBD) that holds it.</summary>
    public string BudgetNumber { get; set; } = "";

    public DateOnly? BudgetedOn { get; set; }

    /// <summary>Spent so far.</summary>
    public long Realised { get; set; }

    public string Note { get; set; } = "";
    public int Version { get; set; }
}
