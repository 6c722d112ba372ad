using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Negotiation;

/// <summary>The steps of a round, in their order.</summary>
public enum NegotiationStep
{
    Preparation,
    Opening,
    Statement,
    Discussion,
    Agreement,
}

/// <summary>One meeting of both sides, from its preparation to its minutes.</summary>
public sealed class NegotiationRound : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>From 1; no two rounds of a project have the same.</summary>
    public int Number { get; set; }

    public required DateOnly HeldOn { get; set; }

    /// <summary>Where they met; blank when online.</summary>
    public string Place { get; set; } = "";

    public bool IsOnline { get; set; }
    public string OurPeople { get; set; } = "";
    public string TheirPeople { get; set; } = "";

    /// <summary>Preparation: what led to the talks, what each side has and needs.</summary>
    public string Background { get; set; } = "";

    /// <summary>Preparation: what this round is to reach.</summary>
    public string Goal { get; set; } = "";

    /// <summary>Preparation: how we go about it. Confidential as <see cref="NegotiationPosition.Fallback"/> is.</summary>
    public string Strategy { get; set; } = "";

    /// <summary>Opening: the language of the talks.</summary>
    public string WorkingLanguage { get; set; } = "";

    /// <summary>Opening: how long the talks may take.</summary>
    public string TimeLimit { get; set; } = "";

    /// <summary>Opening: how both sides decide.</summary>
    public string WayOfDeciding { get; set; } = "";

    /// <summary>How the positions were stated.</summary>
    public string StatementNote { get; set; } = "";

    /// <summary>Questions and options that were talked over.</summary>
    public string DiscussionNote { get; set; } = "";

    /// <summary>What was agreed, or when the talks go on.</summary>
    public string AgreementNote { get; set; } = "";

    public bool PreparationDone { get; set; }
    public bool OpeningDone { get; set; }
    public bool StatementDone { get; set; }
    public bool DiscussionDone { get; set; }
    public bool AgreementDone { get; set; }

    /// <summary>What came of the round, in a sentence.</summary>
    public string Result { get; set; } = "";

    /// <summary>The document that holds its minutes.</summary>
    public Guid? MinutesId { get; set; }

    public int Version { get; set; }

    /// <summary>The steps that are done.</summary>
    public IReadOnlyList<NegotiationStep> Done => [.. Enum.GetValues<NegotiationStep>().Where(IsDone)];

    private bool IsDone(NegotiationStep step) => step switch
    {
        NegotiationStep.Preparation => PreparationDone,
        NegotiationStep.Opening => OpeningDone,
        NegotiationStep.Statement => StatementDone,
        NegotiationStep.Discussion => DiscussionDone,
        NegotiationStep.Agreement => AgreementDone,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
