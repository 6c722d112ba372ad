using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Intent;

/// <summary>How far a letter has come. Names are stored.</summary>
public enum LetterState
{
    Draft,
    Agreed,
    SignedByBoth,
}

/// <summary>What both heads declare before anything is agreed: one letter for each project.</summary>
public sealed class LetterOfIntent : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public string OurParty { get; set; } = "";
    public string PartnerParty { get; set; } = "";

    /// <summary>Level of government or body on both sides, in words.</summary>
    public string Level { get; set; } = "";

    public string Intent { get; set; } = "";

    /// <summary>The fields that could be worked on together.</summary>
    public string CandidateFields { get; set; } = "";

    /// <summary>Who talks to whom next, and about what.</summary>
    public string NextContact { get; set; } = "";

    public DateOnly? NextContactOn { get; set; }

    /// <summary>The last day on which the letter holds.</summary>
    public DateOnly? ValidUntil { get; set; }

    public string OurSignatory { get; set; } = "";
    public string PartnerSignatory { get; set; } = "";
    public string Languages { get; set; } = "";

    /// <summary>A letter of intent usually binds nobody.</summary>
    public bool IsBinding { get; set; }

    public LetterState State { get; set; }

    /// <summary>Null unless <see cref="State"/> is signed.</summary>
    public DateOnly? SignedOn { get; set; }

    public int Version { get; set; }

    /// <summary>Codes of what must still be filled before a gate may count on the letter.</summary>
    public IReadOnlyList<string> Missing()
    {
        var filled = new (string Code, bool IsFilled)[]
        {
            ("our-party", OurParty.Length > 0), ("partner-party", PartnerParty.Length > 0), ("intent", Intent.Length > 0),
            ("candidate-fields", CandidateFields.Length > 0), ("our-signatory", OurSignatory.Length > 0),
            ("partner-signatory", PartnerSignatory.Length > 0), ("signed-on", State == LetterState.SignedByBoth && SignedOn is not null),
        };
        return [.. filled.Where(part => !part.IsFilled).Select(part => part.Code)];
    }
}
