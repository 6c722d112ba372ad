using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Cycles;

/// <summary>Somebody asked a named authority to decide about a project. Open until it is answered by a decision or withdrawn.</summary>
public sealed class DecisionRequest : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string AuthorityCode { get; init; }
    public required Guid AskedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>The unit's business date of <see cref="AskedAt"/>: since when the project waits.</summary>
    public required DateOnly AskedOn { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The decision that answers it; null while open or withdrawn.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>UTC; null unless withdrawn.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Neither answered nor withdrawn.</summary>
    public bool IsOpen => DecisionId is null && WithdrawnAt is null;

    /// <summary>Full days it has been waiting.</summary>
    public static int DaysWaiting(DateOnly askedOn, DateOnly today) => Math.Max(0, today.DayNumber - askedOn.DayNumber);

    /// <summary>Closes it with the decision that was asked for.</summary>
    public void Answer(Guid decisionId)
    {
        RefuseUnlessOpen();
        DecisionId = decisionId;
    }

    /// <summary>Closes it without a decision.</summary>
    public void Withdraw(DateTime at)
    {
        RefuseUnlessOpen();
        WithdrawnAt = at;
    }

    private void RefuseUnlessOpen()
    {
        if (!IsOpen)
            throw new InvalidOperationException($"Request {Id} is settled.");
    }
}

/// <summary>Something an approval with conditions asks for; it is followed up until somebody marks it met.</summary>
public sealed class DecisionCondition : IHasDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid DecisionId { get; init; }
    public required string Text { get; init; }

    /// <summary>By when; null when the letter names no date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Its place in the letter, from 1.</summary>
    public required int Number { get; init; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>Who marked it met.</summary>
    public Guid? DoneById { get; private set; }

    public string Note { get; private set; } = "";
    public Guid? DeadlineId { get; set; }
    public int Version { get; set; }

    LocalText IHasDeadline.DeadlineTitle => LocalText.AsWritten(Text);

    Guid? IHasDeadline.ResponsibleId => null;

    public bool IsOpen => DoneOn is null;

    /// <summary>Marks it met on <paramref name="day"/>.</summary>
    public void Meet(DateOnly day, Guid by, string note)
    {
        DoneOn = day;
        DoneById = by;
        Note = note;
    }

    /// <summary>Takes back <see cref="Meet"/>; the audit keeps who had marked it.</summary>
    public void Reopen()
    {
        DoneOn = null;
        DoneById = null;
        Note = "";
    }
}
