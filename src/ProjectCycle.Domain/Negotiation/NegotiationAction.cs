using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Negotiation;

/// <summary>Something that somebody is to do after a round.</summary>
public sealed class NegotiationAction : IHasDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Task { get; set; }

    /// <summary>Who of our unit does it; null when the partner's side does.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Who of the partner's side does it; blank when ours does.</summary>
    public string PartnerOwner { get; set; } = "";

    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string Note { get; set; } = "";

    /// <summary>The round that brought it.</summary>
    public Guid? RoundId { get; set; }

    public Guid? DeadlineId { get; set; }
    public int Version { get; set; }

    LocalText IHasDeadline.DeadlineTitle => LocalText.AsWritten(Task);

    Guid? IHasDeadline.ResponsibleId => OwnerId;
}
