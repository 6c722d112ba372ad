using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>From which pocket an invoice was paid. Names are stored.</summary>
public enum PaymentSource
{
    /// <summary>Not paid yet.</summary>
    Unpaid,

    /// <summary>The donor pays the contractor directly.</summary>
    Donor,

    /// <summary>From the advance account: it is liquidated with the donor later.</summary>
    AdvanceAccount,

    /// <summary>From own means: it is reimbursed by the donor later.</summary>
    OwnFunds,
}

/// <summary>A certified invoice, of a contract or of running costs.</summary>
public sealed class Invoice : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }

    /// <summary>Null for running costs without a contract.</summary>
    public Guid? ContractId { get; set; }

    public Guid CategoryId { get; set; }

    /// <summary>The supplier's number: once per payee within the financing.</summary>
    public string Number { get; set; } = "";

    public DateOnly On { get; set; }

    /// <summary>What was supplied.</summary>
    public string Description { get; set; } = "";

    public string Payee { get; set; } = "";

    /// <summary>Of the payee, ISO 3166 alpha-2; blank while unknown.</summary>
    public string CountryCode { get; set; } = "";

    /// <summary>ISO 4217.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>With taxes.</summary>
    public long Gross { get; set; }

    /// <summary>The taxes in it.</summary>
    public long Tax { get; set; }

    /// <summary>Kept back until the warranty ends.</summary>
    public long Retention { get; set; }

    /// <summary>Taken back of what was paid in advance.</summary>
    public long AdvanceRecovered { get; set; }

    public PaymentSource PaidFrom { get; set; }
    public DateOnly? PaidOn { get; set; }

    /// <summary>Number of the cheque or transfer.</summary>
    public string PaymentReference { get; set; } = "";

    /// <summary>The bank's reference.</summary>
    public string BankReference { get; set; } = "";

    public Guid? DocumentId { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }

    /// <summary>The invoice's currency.</summary>
    public Currency Currency => Currencies.All[CurrencyCode];

    /// <summary>The whole of it, with taxes.</summary>
    public Money.Money GrossAmount => new(Gross, Currency);

    /// <summary>What the payee gets: less what is kept back and recovered.</summary>
    public long Payable => checked(Gross - Retention - AdvanceRecovered);
}
