using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Negotiation;

/// <summary>What is negotiated. Names are stored.</summary>
public enum NegotiationSubject
{
    Aims,
    Scope,
    Schedule,
    Funds,
    Conditions,
    Counterpart,
    Safeguards,
    Procurement,
    ProjectUnit,
    Reporting,
    CurrencyAndFees,
    DisputeSettlement,
    Other,
}

/// <summary>How an item of the agenda stands. Names are stored.</summary>
public enum PositionOutcome
{
    Open,
    Agreed,
    Dropped,
}

/// <summary>One item of the agenda with what each side wants and what came of it.</summary>
public sealed class NegotiationPosition : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string AgendaItem { get; set; }
    public required NegotiationSubject Subject { get; set; }

    /// <summary>What we ask for.</summary>
    public required string Ours { get; set; }

    /// <summary>Why we ask for it.</summary>
    public string Interest { get; set; } = "";

    /// <summary>
    /// What we do when there is no agreement. Confidential: only those with <see cref="People.Rights.ViewFallback"/> may read it, so
    /// no query may load it for anybody else.
    /// </summary>
    public string Fallback { get; set; } = "";

    /// <summary>What they ask for; blank while nobody knows.</summary>
    public string Theirs { get; set; } = "";

    public PositionOutcome Outcome { get; set; }

    /// <summary>The wording both sides settled on.</summary>
    public string AgreedText { get; set; } = "";

    /// <summary>Where the wording stands, such as "Article 4(2)".</summary>
    public string TextReference { get; set; } = "";

    /// <summary>The round in which it was settled.</summary>
    public Guid? RoundId { get; set; }

    public int Version { get; set; }
}
