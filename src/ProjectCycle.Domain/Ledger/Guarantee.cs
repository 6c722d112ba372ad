using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Ledger;

/// <summary>What a guarantee secures. Names are stored.</summary>
public enum GuaranteeKind
{
    Bid,
    Performance,
    AdvancePayment,
    Retention,
    Warranty,
}

/// <summary>A bank's guarantee for a contract: its expiry stands among the project's deadlines until it is released.</summary>
public sealed class Guarantee : IMoneyRow, IHasDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public required Guid ContractId { get; init; }
    public GuaranteeKind Kind { get; set; }
    public string Number { get; set; } = "";

    /// <summary>The bank or insurer.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>ISO 4217.</summary>
    public string CurrencyCode { get; set; } = "";

    public long MinorUnits { get; set; }
    public DateOnly ExpiresOn { get; set; }

    /// <summary>Given back: nobody needs to be reminded any more.</summary>
    public DateOnly? ReleasedOn { get; set; }

    public Guid? DeadlineId { get; set; }
    public int Version { get; set; }

    LocalText IHasDeadline.DeadlineTitle => new($"Guarantee {Number} ({Issuer}) expires", $"Jaminan {Number} ({Issuer}) berakhir");

    DateOnly? IHasDeadline.DueOn => ExpiresOn;

    DateOnly? IHasDeadline.DoneOn => ReleasedOn;

    Guid? IHasDeadline.ResponsibleId => null;
}
