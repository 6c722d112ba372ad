using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Notices;

/// <summary>What a notice tells of. Names are stored.</summary>
public enum NoticeKind
{
    /// <summary>Somebody moved a project; the title is the stage it is in now.</summary>
    ProjectMoved,

    /// <summary>Somebody asks for a decision; the title is the authority.</summary>
    DecisionRequested,

    /// <summary>The decision the person asked for is recorded; the title is the authority.</summary>
    DecisionRecorded,

    /// <summary>A report can be fetched; the title is its file's name.</summary>
    ReportReady,

    /// <summary>The morning's reminders: how many deadlines, and how many of them are late.</summary>
    Reminders,

    /// <summary>Dates of a project have changed and deadlines the person answers for with them: how many.</summary>
    DeadlinesMoved,
}

/// <summary>
/// News for one person under the bell. It holds facts, not a sentence: the page words it in the language its reader has then,
/// and reads the project's name from the project.
/// </summary>
public sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public required NoticeKind Kind { get; init; }

    /// <summary>The project it tells of: whoever no longer sees the project no longer sees the notice. Null when it is about none.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>See <see cref="NoticeKind"/>.</summary>
    public LocalText Title { get; init; } = LocalText.Empty;

    /// <summary>Who did it; blank when nobody did.</summary>
    public string By { get; init; } = "";

    /// <summary>Only of <see cref="NoticeKind.DecisionRecorded"/>.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>Only of <see cref="NoticeKind.Reminders"/> and <see cref="NoticeKind.DeadlinesMoved"/>.</summary>
    public int Count { get; init; }

    /// <summary>How many of <see cref="Count"/> are late.</summary>
    public int Late { get; init; }

    /// <summary>Where it leads: a path of this product, with a slash in front.</summary>
    public required string Path { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>UTC; null while unread.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Says whose it is and since when.</summary>
    public Notice AddressTo(Guid personId, DateTime at)
    {
        (PersonId, At) = (personId, at);
        return this;
    }
}
