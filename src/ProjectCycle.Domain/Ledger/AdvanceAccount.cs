using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>What the donor calls the account (domain.md 4.1). Names are stored.</summary>
public enum AdvanceAccountKind
{
    /// <summary>World Bank.</summary>
    Designated,

    /// <summary>ADB.</summary>
    Imprest,

    /// <summary>KfW.</summary>
    Disposition,
}

/// <summary>The bank account that holds what a donor paid in advance: one of a financing; local sub-accounts are balances of its reconciliation.</summary>
public sealed class AdvanceAccount : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public AdvanceAccountKind Kind { get; set; }
    public string Bank { get; set; } = "";
    public string Number { get; set; } = "";
    public string Holder { get; set; } = "";

    /// <summary>ISO 4217; fixed once a statement is in.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>The most that may be outstanding; null where the letter names none.</summary>
    public long? Ceiling { get; set; }

    /// <summary>The last day whose figures were called reconciled: nothing on or before it changes any more.</summary>
    public DateOnly? ReconciledUntil { get; set; }

    public string Note { get; set; } = "";
    public int Version { get; set; }

    /// <summary>The account's currency.</summary>
    public Currency Currency => Currencies.All[CurrencyCode];

    /// <summary>True when lines of this day can no longer come, change or go.</summary>
    public bool IsReconciledOn(DateOnly day) => day <= ReconciledUntil;
}

/// <summary>What moved on the account. Names are stored.</summary>
public enum StatementLineKind
{
    /// <summary>Nobody has said yet what it is.</summary>
    Unsorted,

    /// <summary>Money of the donor: an advance, or what fills the account up again.</summary>
    Advance,

    /// <summary>To a contractor or supplier.</summary>
    Payment,

    /// <summary>To a sub-account, or back from it.</summary>
    SubAccount,

    Charge,
    Interest,

    /// <summary>Given back to the donor.</summary>
    Refund,
}

/// <summary>A line of the bank's statement.</summary>
public sealed class StatementLine : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Its place in the account: lines of one day have an order too.</summary>
    public int Position { get; set; }

    public DateOnly On { get; set; }
    public string Description { get; set; } = "";
    public string Reference { get; set; } = "";

    /// <summary>Below zero when it left the account.</summary>
    public long Amount { get; set; }

    /// <summary>What the bank says was left afterwards; null where the statement does not say.</summary>
    public long? Balance { get; set; }

    public StatementLineKind Kind { get; set; }

    /// <summary>The invoice that a payment settled; null while none is named.</summary>
    public Guid? InvoiceId { get; set; }

    /// <summary>Came with a file: what the bank wrote stays as it is.</summary>
    public bool IsImported { get; init; }

    public int Version { get; set; }
}

/// <summary>The reconciliation sheet of an account on a day (domain.md 4.6), in minor units of the account.</summary>
public sealed class AccountReconciliation : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid AccountId { get; init; }
    public DateOnly On { get; set; }
    public long Advanced { get; set; }
    public long Liquidated { get; set; }
    public long BankBalance { get; set; }
    public long Submitted { get; set; }
    public long PaidNotClaimed { get; set; }
    public long SubAccounts { get; set; }
    public long BankCharges { get; set; }
    public long Interest { get; set; }

    /// <summary>The bank's statement among the project's documents.</summary>
    public Guid? StatementId { get; set; }

    /// <summary>Why a figure differs from what the ledger and the statement say.</summary>
    public string Note { get; set; } = "";

    /// <summary>The business date on which it was called reconciled; null for a draft.</summary>
    public DateOnly? ReconciledOn { get; set; }

    public Guid? ReconciledById { get; set; }
    public int Version { get; set; }

    /// <summary>The sheet with its sums.</summary>
    public AdvanceReconciliation Sheet(Currency currency) => new()
    {
        Advanced = new(Advanced, currency),
        Liquidated = new(Liquidated, currency),
        BankBalance = new(BankBalance, currency),
        Submitted = new(Submitted, currency),
        PaidNotClaimed = new(PaidNotClaimed, currency),
        SubAccounts = new(SubAccounts, currency),
        BankCharges = new(BankCharges, currency),
        Interest = new(Interest, currency),
    };
}
