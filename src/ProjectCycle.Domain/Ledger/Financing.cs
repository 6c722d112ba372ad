using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>How the money of an agreement reaches the region (domain.md 2.5). Names are stored.</summary>
public enum FinancingKind
{
    Loan,
    Grant,

    /// <summary>Penerusan hibah: the centre passes the money on and keeps the debt.</summary>
    OnGranting,

    /// <summary>Penerusan pinjaman: the centre lends the money on.</summary>
    OnLending,

    TechnicalCooperation,

    /// <summary>Goods, people, land: an estimate of their worth.</summary>
    InKind,
}

/// <summary>
/// What an agreement pays for one project: the region's own part where the agreement serves several. Everything in the ledger hangs on
/// it. The first of a project leads: its dates are the project's.
/// </summary>
public sealed class Financing : IMoneyRow
{
    /// <summary>No single amount is larger, so that sums over a portfolio always fit.</summary>
    public const long HighestAmount = Appraisal.ProjectActivity.HighestCost;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid AgreementId { get; init; }

    /// <summary>Its place among the project's financings, from 1.</summary>
    public int Number { get; set; }

    public FinancingKind Kind { get; set; }

    /// <summary>Of the agreement: everything the donor books is reckoned in it. ISO 4217; fixed once money is booked.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>As first agreed; additions and cancellations stand apart (<see cref="AmountChange"/>).</summary>
    public long MinorUnits { get; set; }

    public string Lender { get; set; } = "";
    public string Borrower { get; set; } = "";
    public string ExecutingAgency { get; set; } = "";
    public string ImplementingAgency { get; set; } = "";

    public DateOnly? SignedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Retroactive financing: spending from this day on may be claimed although the agreement was not effective yet; null for none (domain.md 4.2).</summary>
    public DateOnly? RetroactiveFrom { get; set; }

    public DateOnly? OriginalClosingOn { get; set; }

    /// <summary>As last revised; the original one while it was never moved.</summary>
    public DateOnly? ClosingOn { get; set; }

    /// <summary>The last day on which the donor pays.</summary>
    public DateOnly? DisbursementDeadline { get; set; }

    /// <summary>Days after closing within which claims for earlier spending are still taken; null while unknown [K].</summary>
    public int? ClaimWindowDays { get; set; }

    /// <summary>The smallest application the donor takes, in the agreement's currency; null for none.</summary>
    public long? MinimumApplication { get; set; }

    /// <summary>The largest payment that may stand on a statement of expenditure, in <see cref="SoeCurrencyCode"/>; null for none (domain.md 4.2).</summary>
    public long? SoeCeiling { get; set; }

    public string SoeCurrencyCode { get; set; } = "";

    /// <summary>Rows dated on or before this day can no longer be added or changed; null while all is open.</summary>
    public DateOnly? ClosedUntil { get; set; }

    public PlanningReferences References { get; set; } = PlanningReferences.None;
    public int Version { get; set; }

    Guid IMoneyRow.FinancingId => Id;

    /// <summary>The agreement's currency.</summary>
    public Currency Currency => Currencies.All[CurrencyCode];

    /// <summary>The amount as first agreed.</summary>
    public Money.Money Amount => new(MinorUnits, Currency);

    /// <summary>The last day on which a claim may be sent: the window after closing, or closing itself.</summary>
    public DateOnly? ClaimsUntil => ClosingOn?.AddDays(ClaimWindowDays ?? 0);

    /// <summary>True when rows of this day are closed.</summary>
    public bool IsClosedOn(DateOnly day) => day <= ClosedUntil;
}

/// <summary>Where the money stands in the centre's planning (domain.md 2.5 and T8): numbers as written there, blank while unknown.</summary>
/// <param name="LoanCode">The code of the Ministry of Finance.</param>
/// <param name="RegisterNumber">Nomor register.</param>
/// <param name="EchelonUnit">The ministry's unit that keeps it.</param>
/// <param name="Programme">Of the RKA.</param>
/// <param name="BudgetActivity">Of the RKA.</param>
/// <param name="NationalPriority">Prioritas nasional.</param>
/// <param name="BlueBook">DRPLN-JM.</param>
/// <param name="GreenBook">DRPPLN.</param>
/// <param name="ActivityList">Daftar Kegiatan.</param>
/// <param name="OnLending">Perjanjian penerusan (PSP).</param>
public sealed record PlanningReferences(
    string LoanCode, string RegisterNumber, string EchelonUnit, string Programme, string BudgetActivity,
    string NationalPriority, string BlueBook, string GreenBook, string ActivityList, string OnLending)
{
    /// <summary>All blank.</summary>
    public static PlanningReferences None { get; } = new("", "", "", "", "", "", "", "", "", "");
}

/// <summary>What became of the amount. Names are stored.</summary>
public enum AmountChangeKind
{
    Addition,
    Cancellation,
}

/// <summary>An addition to the amount of a financing, or a cancellation of part of it.</summary>
public sealed class AmountChange : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public AmountChangeKind Kind { get; set; }
    public DateOnly On { get; set; }

    /// <summary>Above zero, in the agreement's currency.</summary>
    public long MinorUnits { get; set; }

    public string Reference { get; set; } = "";
    public string Note { get; set; } = "";
    public int Version { get; set; }
}
