using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Preparation;

/// <summary>How far what a readiness criterion asks for has come. Names are stored.</summary>
public enum ReadinessState
{
    None,
    Draft,
    Final,
    Verified,
    NotApplicable,
}

/// <summary>Where a project stands with one readiness criterion; there is no row before somebody has saved it.</summary>
public sealed class ReadinessMark : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>A code of the list of readiness criteria, such as "land".</summary>
    public required string Criterion { get; init; }

    public ReadinessState State { get; private set; }

    /// <summary>Why it does not apply; blank otherwise.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The attached document that shows it.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Who sees to it.</summary>
    public Guid? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }
    public string Note { get; set; } = "";

    /// <summary>Who called it final, and so cannot verify it.</summary>
    public Guid? FinalById { get; private set; }

    public Guid? VerifiedById { get; private set; }
    public DateOnly? VerifiedOn { get; private set; }
    public int Version { get; set; }

    /// <summary>Nothing more is to be done about it.</summary>
    public bool IsSettled => State is ReadinessState.Verified or ReadinessState.NotApplicable;

    /// <summary>
    /// Whoever works on it says how far it is. A verified one that is called anything else, or whose evidence is exchanged, has to
    /// be verified again.
    /// </summary>
    /// <param name="state">Any but <see cref="ReadinessState.Verified"/>, unless it is verified already.</param>
    /// <param name="reason">Why it does not apply.</param>
    /// <param name="by">Who says so.</param>
    public void Put(ReadinessState state, string reason, Guid by)
    {
        Reason = state == ReadinessState.NotApplicable ? reason : "";
        if (state == State)
            return;
        FinalById = state == ReadinessState.Final ? by : null;
        (VerifiedById, VerifiedOn) = (null, null);
        State = state;
    }

    /// <summary>Somebody other than who called it final has looked and agrees.</summary>
    public void Verify(Guid by, DateOnly on) => (State, VerifiedById, VerifiedOn) = (ReadinessState.Verified, by, on);

    /// <summary>Why <paramref name="person"/> cannot verify it as it stands; null when they can.</summary>
    public static string? Hindrance(ReadinessState state, Guid? finalBy, Guid person) =>
        state != ReadinessState.Final ? "readiness-not-final"
        : finalBy == person ? "own-final"
        : null;
}
