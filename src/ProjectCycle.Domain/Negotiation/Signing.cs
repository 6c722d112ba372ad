using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Negotiation;

/// <summary>Whose side somebody is on. Names are stored.</summary>
public enum NegotiationSide
{
    Ours,
    Partner,

    /// <summary>Signs without being a party.</summary>
    Witness,
}

/// <summary>Somebody who signs the agreement.</summary>
public sealed class Signatory : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required string Name { get; set; }

    /// <summary>The office by which they sign.</summary>
    public string Office { get; set; } = "";

    public required NegotiationSide Side { get; set; }
    public DateOnly? PlannedOn { get; set; }
    public DateOnly? SignedOn { get; set; }
    public string Place { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>Something that must be met by a date before the agreement takes effect.</summary>
public sealed class EffectivenessCondition : IHasDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>What must be met.</summary>
    public required string Requirement { get; set; }

    public required DateOnly DueOn { get; set; }

    /// <summary>Who is to meet it: one of the parties.</summary>
    public required NegotiationSide Side { get; set; }

    public DateOnly? MetOn { get; set; }

    /// <summary>The document that shows it was met.</summary>
    public Guid? EvidenceId { get; set; }

    public Guid? DeadlineId { get; set; }
    public int Version { get; set; }

    LocalText IHasDeadline.DeadlineTitle => LocalText.AsWritten(Requirement);

    Guid? IHasDeadline.ResponsibleId => null;

    DateOnly? IHasDeadline.DueOn => DueOn;

    DateOnly? IHasDeadline.DoneOn => MetOn;
}
