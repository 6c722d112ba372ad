using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Preparation;

/// <summary>The six studies of the preparation stage. Names are stored.</summary>
public enum StudyKind
{
    Technical,
    Financing,
    Institutional,
    FinancialManagement,
    Environmental,
    Risks,
}

/// <summary>What a study comes to. Names are stored.</summary>
public enum StudyVerdict
{
    NotYet,
    Feasible,
    FeasibleWithConditions,
    NotFeasible,
}

/// <summary>One of a project's six studies; there is no row before somebody has saved it.</summary>
public sealed class Study : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required StudyKind Kind { get; init; }

    /// <summary>What is looked into.</summary>
    public string Scope { get; set; } = "";

    public string Findings { get; set; } = "";
    public StudyVerdict Verdict { get; set; }

    /// <summary>The consultant, university or office that wrote it.</summary>
    public string Author { get; set; } = "";

    /// <summary>Known once there is a verdict.</summary>
    public DateOnly? FinishedOn { get; set; }

    /// <summary>The attached document that holds the study.</summary>
    public Guid? DocumentId { get; set; }

    public int Version { get; set; }
}

/// <summary>Something a study leaves to be done. It may be raised before the study itself is saved.</summary>
public sealed class StudyPoint : IHasDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required StudyKind Kind { get; init; }
    public required string Text { get; set; }

    /// <summary>Who sees to it.</summary>
    public Guid? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>How it was closed.</summary>
    public string Closing { get; set; } = "";

    public Guid? DeadlineId { get; set; }
    public int Version { get; set; }

    LocalText IHasDeadline.DeadlineTitle => LocalText.AsWritten(Text);

    Guid? IHasDeadline.ResponsibleId => OwnerId;

    DateOnly? IHasDeadline.DoneOn => ClosedOn;
}
