using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Ledger;

/// <summary>What a covenant is about. Names are stored.</summary>
public enum CovenantKind
{
    Effectiveness,
    FirstDisbursement,
    Financial,
    Audit,
    Reporting,
    Procurement,
    Safeguards,
    Institutional,
    Other,
}

/// <summary>How a covenant stands. Names are stored.</summary>
public enum CovenantState
{
    Open,
    Complied,
    PartlyComplied,
    NotComplied,

    /// <summary>The donor has let it go.</summary>
    Waived,
}

/// <summary>A condition or covenant of an agreement; with a date it stands among the project's deadlines.</summary>
public sealed class Covenant : IMoneyRow, IHasDeadline
{
    /// <summary>What its deadline follows: <see cref="Deadline.PartCode"/>.</summary>
    public const string PartCode = "covenants";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }

    /// <summary>Where it stands in the agreement, such as "Article IV, 4.02".</summary>
    public string Number { get; set; } = "";

    public string Requirement { get; set; } = "";
    public CovenantKind Kind { get; set; }
    public CovenantState State { get; set; }

    /// <summary>Null for what holds all the time.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When it was complied with or waived.</summary>
    public DateOnly? MetOn { get; set; }

    public Guid? ResponsibleId { get; set; }

    /// <summary>The document that shows it.</summary>
    public Guid? EvidenceId { get; set; }

    public string Note { get; set; } = "";
    public Guid? DeadlineId { get; set; }
    public int Version { get; set; }

    /// <summary>Nothing has to be done about it any more.</summary>
    public bool IsSettled => State is CovenantState.Complied or CovenantState.Waived;

    LocalText IHasDeadline.DeadlineTitle => LocalText.AsWritten(Number.Length > 0 ? $"{Number}: {Requirement}" : Requirement);

    DateOnly? IHasDeadline.DoneOn => IsSettled ? MetOn : null;
}
