namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>A statement of expenditure (T2): who keeps the papers and who signs stand beneath its rows.</summary>
/// <param name="Report">Cover, notes and rows.</param>
/// <param name="KeptAt">Who keeps the papers; null where the rows have several keepers or none is known.</param>
/// <param name="Signatories">Names of those who signed the one application it is about; blank lines for others.</param>
public sealed record ExpenditureStatement(LedgerReport<ExpenditureRow> Report, string? KeptAt, IReadOnlyList<string> Signatories);

/// <summary>A payment that stands on a statement of expenditure.</summary>
public sealed record ExpenditureRow
{
    public required int No { get; init; }
    public required string Item { get; init; }
    public required string Payee { get; init; }
    public required string Country { get; init; }
    public string? ContractNumber { get; init; }
    public DateOnly? ContractOn { get; init; }

    /// <summary>With its variations.</summary>
    public Money.Money? ContractAmount { get; init; }

    public string? InvoiceNumber { get; init; }
    public DateOnly? InvoiceOn { get; init; }
    public DateOnly? PaidOn { get; init; }
    public string? PaymentReference { get; init; }

    /// <summary>What the agency paid, with taxes.</summary>
    public Money.Money? Gross { get; init; }

    public Money.Money? Tax { get; init; }
    public required Money.Money Eligible { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required decimal Percentage { get; init; }

    public required Money.Money ClaimedLocal { get; init; }

    /// <summary>As it was booked, quoted so that it is 1 or more.</summary>
    public required decimal Rate { get; init; }

    public required Money.Money Claimed { get; init; }
    public string? BankReference { get; init; }
    public string? Remarks { get; init; }
    public required int Application { get; init; }
    public required string Agreement { get; init; }
    public required string Project { get; init; }
}
