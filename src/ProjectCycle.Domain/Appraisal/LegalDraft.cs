using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Appraisal;

/// <summary>What a legal draft is to become. Names are stored.</summary>
public enum LegalDraftKind
{
    LoanOrGrantAgreement,
    OnGrantingAgreement,
    ProjectAgreement,
    MemorandumOfUnderstanding,
    TechnicalArrangement,
    Regulation,
    Other,
}

/// <summary>How far a legal draft has come. Names are stored.</summary>
public enum LegalDraftState
{
    Outline,
    Draft,
    UnderReview,
    Agreed,
}

/// <summary>An agreement or other legal text on its way to being signed.</summary>
public sealed class LegalDraft : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public string Title { get; set; } = "";
    public LegalDraftKind Kind { get; set; }
    public LegalDraftState DraftState { get; set; }

    /// <summary>The text itself among the project's documents.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Somebody of the project's unit.</summary>
    public Guid? ResponsibleId { get; set; }

    public DateOnly? DueOn { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }
}
