using System.Diagnostics.CodeAnalysis;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>How money is drawn (domain.md 4.1); donors name these differently. Names are stored.</summary>
public enum WithdrawalProcedure
{
    /// <summary>The donor pays the contractor.</summary>
    DirectPayment,

    /// <summary>The donor pays back what was paid from own means.</summary>
    Reimbursement,

    /// <summary>Money in advance, into the project's account.</summary>
    Advance,

    /// <summary>What was paid from the advance is accounted for, and the account filled up.</summary>
    Liquidation,

    /// <summary>The donor undertakes to pay a bank for a letter of credit.</summary>
    Commitment,
}

/// <summary>Where an application stands (domain.md 4.3). Names are stored.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Signed by people: not the kind of number.")]
public enum WithdrawalState
{
    Draft,

    /// <summary>PMU finance has checked it.</summary>
    Checked,

    /// <summary>Both authorised signatories have signed.</summary>
    Signed,

    /// <summary>With the ministry (KPPN/DJPb) for loans of the government [K].</summary>
    WithMinistry,

    WithDonor,

    /// <summary>The donor asks.</summary>
    Queried,

    /// <summary>Sent back to be drawn up anew.</summary>
    Returned,

    Approved,
    PartlyPaid,
    Paid,

    /// <summary>The donor's notice of disbursement is in hand and booked.</summary>
    Noticed,

    Reconciled,
    Closed,
    Rejected,
    Cancelled,
}

/// <summary>An application for withdrawal from a financing, numbered within it.</summary>
public sealed class WithdrawalApplication : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }

    /// <summary>From 1, without gaps: given when it is saved for the first time.</summary>
    public int Number { get; set; }

    public WithdrawalProcedure Procedure { get; set; }

    /// <summary>Written by <see cref="WithdrawalMachine"/> alone.</summary>
    public WithdrawalState State { get; internal set; }

    /// <summary>The business date on which it came to where it stands.</summary>
    public DateOnly StateSince { get; internal set; }

    public DateOnly On { get; set; }
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodUntil { get; set; }

    /// <summary>In which it is asked for; ISO 4217. The amount is the sum of the lines.</summary>
    public string CurrencyCode { get; set; } = "";

    public string DonorReference { get; set; } = "";
    public PaymentInstruction Payment { get; set; } = PaymentInstruction.None;

    /// <summary>Who drew it up: never the second signatory.</summary>
    public required Guid PreparedById { get; init; }

    public Guid? FirstSignatoryId { get; internal set; }
    public DateOnly? FirstSignedOn { get; internal set; }
    public Guid? SecondSignatoryId { get; internal set; }
    public DateOnly? SecondSignedOn { get; internal set; }
    public DateOnly? MinistryOn { get; internal set; }
    public DateOnly? SubmittedOn { get; internal set; }
    public DateOnly? ReceivedOn { get; set; }
    public DateOnly? ApprovedOn { get; internal set; }

    /// <summary>What the donor asked, or why it came back or was rejected; blank otherwise.</summary>
    public string Query { get; internal set; } = "";

    public string NoticeNumber { get; internal set; } = "";
    public DateOnly? NoticeOn { get; internal set; }
    public string Remarks { get; set; } = "";
    public int Version { get; set; }

    /// <summary>The currency it asks for.</summary>
    public Currency Currency => Currencies.All[CurrencyCode];

    /// <summary>Lines and fields may still be changed.</summary>
    public bool IsEditable => State is WithdrawalState.Draft or WithdrawalState.Returned;

    /// <summary>Where an application ends.</summary>
    public static IReadOnlyList<WithdrawalState> Over { get; } = [WithdrawalState.Closed, WithdrawalState.Rejected, WithdrawalState.Cancelled];

    /// <summary>Ended without money to come.</summary>
    public bool IsOver => Over.Contains(State);

    /// <summary>Its claims count: it was neither rejected nor cancelled.</summary>
    public bool IsLiving => State is not (WithdrawalState.Rejected or WithdrawalState.Cancelled);

    /// <summary>With the donor, or it has been: no step leads back but theirs.</summary>
    public bool IsWithDonor => State is WithdrawalState.WithDonor or WithdrawalState.Queried or WithdrawalState.Approved or WithdrawalState.PartlyPaid;

    /// <summary>Sets the application's own date; a draft that has made no step stands since then, so that older applications can be entered with their dates.</summary>
    public void Date(DateOnly on)
    {
        if (State == WithdrawalState.Draft && (StateSince == On || StateSince == default))
            StateSince = on;
        On = on;
    }
}

/// <summary>To whom the donor pays, as the form asks.</summary>
public sealed record PaymentInstruction(
    string Payee, string Address, string Bank, string Branch, string Account, string Swift, string Correspondent, string Special)
{
    /// <summary>All blank.</summary>
    public static PaymentInstruction None { get; } = new("", "", "", "", "", "", "", "");
}

/// <summary>Why the donor does not pay a line (domain.md 4.2) [K]. Names are stored.</summary>
public enum IneligibleReason
{
    OutsidePeriod,
    OutsideCategory,
    OverCategoryBalance,
    WrongShare,
    TaxNotFinanced,
    ProcurementNotCompliant,
    NoObjectionMissing,
    Duplicate,
    ExcludedCountry,
    NotInBudget,
}

/// <summary>What an application asks for in one category: for an invoice, or as an advance.</summary>
public sealed class WithdrawalLine : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid ApplicationId { get; init; }
    public Guid CategoryId { get; set; }

    /// <summary>The invoice it claims; null for an advance.</summary>
    public Guid? InvoiceId { get; set; }

    /// <summary>The contract of the invoice; null where there is none.</summary>
    public Guid? ContractId { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Stands on a statement of expenditure: its papers stay with the executing agency.</summary>
    public bool IsSoe { get; set; }

    /// <summary>What counts as expenditure, in the invoice's currency.</summary>
    public long Eligible { get; set; }

    /// <summary>ISO 4217 of the invoice; of the application for an advance.</summary>
    public string InvoiceCurrencyCode { get; set; } = "";

    /// <summary>The donor's share as claimed, from 0 to 1.</summary>
    public decimal Percentage { get; set; }

    /// <summary>The donor's share in the invoice's currency.</summary>
    public long ClaimedLocal { get; set; }

    /// <summary>The rate from the invoice's currency to the application's.</summary>
    public BookedRate Rate { get; set; } = BookedRate.Same;

    /// <summary>What is asked for, in the application's currency.</summary>
    public long Claimed { get; set; }

    /// <summary>Of it, what the donor does not pay.</summary>
    public long Disallowed { get; set; }

    public IneligibleReason? DisallowedFor { get; set; }
    public string DisallowedNote { get; set; } = "";

    /// <summary>A disallowed amount that was refunded or set off: until then it stands in the ledger.</summary>
    public DateOnly? SettledOn { get; set; }

    public int Version { get; set; }

    /// <summary>What the donor pays of it.</summary>
    public long Approved => Claimed - Disallowed;
}

/// <summary>A payment of the donor for one category of an application, booked at its value date.</summary>
public sealed class Disbursement : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid ApplicationId { get; init; }
    public required Guid CategoryId { get; init; }
    public required DateOnly ValueDate { get; init; }

    /// <summary>ISO 4217 of what was paid.</summary>
    public required string CurrencyCode { get; init; }

    public required long Paid { get; init; }

    /// <summary>What the loan or grant account was charged with, in the agreement's currency.</summary>
    public required long Charged { get; init; }

    /// <summary>From the currency paid to the agreement's: the donor's own.</summary>
    public required BookedRate ChargedRate { get; init; }

    /// <summary>In rupiah at the value date.</summary>
    public required long Rupiah { get; init; }

    /// <summary>From the currency paid to the rupiah.</summary>
    public required BookedRate RupiahRate { get; init; }

    /// <summary>The row this one takes back: the same amounts below zero. A booked row is never changed.</summary>
    public Guid? ReversesId { get; init; }

    public required Guid BookedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime BookedAt { get; init; }

    public int Version { get; set; }

    /// <summary>The row that takes this one back.</summary>
    /// <param name="on">Its value date.</param>
    /// <param name="by">Who books it.</param>
    /// <param name="at">UTC.</param>
    public Disbursement Reversed(DateOnly on, Guid by, DateTime at) => new()
    {
        ProjectId = ProjectId,
        FinancingId = FinancingId,
        ApplicationId = ApplicationId,
        CategoryId = CategoryId,
        ValueDate = on,
        CurrencyCode = CurrencyCode,
        Paid = -Paid,
        Charged = -Charged,
        ChargedRate = ChargedRate,
        Rupiah = -Rupiah,
        RupiahRate = RupiahRate,
        ReversesId = Id,
        BookedById = by,
        BookedAt = at,
    };
}

/// <summary>A paper that goes along with an application.</summary>
public sealed class WithdrawalEvidence : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid ApplicationId { get; init; }
    public required Guid DocumentId { get; init; }
    public int Version { get; set; }
}

/// <summary>A move of an application: from where to where, by whom, when, and what was said. Written once.</summary>
public sealed class WithdrawalMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ApplicationId { get; init; }
    public required WithdrawalState From { get; init; }
    public required WithdrawalState To { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required Guid ById { get; init; }
    public required string Note { get; init; }
}
