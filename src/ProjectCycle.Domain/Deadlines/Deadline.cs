using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>Something a project owes by a date, set by hand or by the template on entering a stage.</summary>
public sealed class Deadline : IVersioned, IDated
{
    /// <summary>Days before the due date on which people are told; negative is overdue. Used where nobody chose others.</summary>
    public static readonly IReadOnlyList<int> DefaultOffsets = [30, 14, 7, 1, 0, -1, -7, -14, -30];

    /// <summary>Stands for the conditions of approvals where the others name a part of the work.</summary>
    public const string FollowUps = "follow-ups";

    /// <summary>Stands for the guarantees of contracts.</summary>
    public const string Guarantees = "guarantees";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>Code of the template's deadline rule; null when set by hand.</summary>
    public string? RuleCode { get; init; }

    /// <summary>Tells the deadlines of one rule apart: <see cref="Occurrence.Key"/>; empty for those that are due once and for those set by hand.</summary>
    public string Occurrence { get; init; } = "";

    /// <summary>The due date its rule gives by the dates as they are now; null for those that are settled on entering the stage or set by hand.</summary>
    public DateOnly? CountedOn { get; private set; }

    /// <summary>
    /// Whose row it follows: a part of the work by its code of <see cref="Work.WorkParts"/>, <see cref="FollowUps"/> or <see cref="Guarantees"/>. It changes with
    /// that row only.
    /// </summary>
    public string? PartCode { get; init; }

    /// <summary>The stage in which it was set.</summary>
    public required string StageCode { get; init; }

    public required LocalText Title { get; set; }
    public required DateOnly DueOn { get; set; }

    /// <summary>Who is to act; null means the project's owner.</summary>
    public Guid? ResponsibleId { get; set; }

    /// <summary>Comma-separated days before the due date, largest first.</summary>
    public string Offsets { get; set; } = string.Join(',', DefaultOffsets);

    public DateOnly? DoneOn { get; private set; }

    /// <summary>The paper that shows it was met.</summary>
    public Guid? EvidenceId { get; private set; }

    public string Note { get; set; } = "";

    /// <summary>It needs no answer any more: its project has ended, what it was counted from is gone, or it was waived.</summary>
    public DateTime? CancelledAt { get; private set; }

    /// <summary>Why it was waived; null for one that was not.</summary>
    public string? WaivedBecause { get; private set; }

    public int Version { get; set; }
    public DateTime? ChangedAt { get; set; }

    /// <summary>Neither done nor cancelled: it still can be missed.</summary>
    public bool IsOpen => DoneOn is null && CancelledAt is null;

    /// <summary><see cref="Offsets"/> as numbers.</summary>
    public IReadOnlyList<int> OffsetDays => ReadOffsets(Offsets);

    /// <summary>Comma-separated days as numbers.</summary>
    public static IReadOnlyList<int> ReadOffsets(string offsets) =>
        [.. offsets.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(o => int.Parse(o, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Somebody chose another date than its rule gives: the rule moves it no more.</summary>
    public bool IsMovedByHand => CountedOn is { } counted && counted != DueOn;

    /// <summary>Marks it met on <paramref name="day"/>.</summary>
    /// <param name="evidence">The paper that shows it; null for none.</param>
    public void MarkDone(DateOnly day, string note, Guid? evidence = null)
    {
        DoneOn = day;
        Note = note;
        EvidenceId = evidence;
    }

    /// <summary>Ends it unmet.</summary>
    public void Cancel(DateTime at) => CancelledAt = at;

    /// <summary>Ends it unmet because those concerned do without it.</summary>
    public void Waive(DateTime at, string reason)
    {
        CancelledAt = at;
        WaivedBecause = reason;
    }

    /// <summary>Takes back <see cref="MarkDone"/> and <see cref="Waive"/>.</summary>
    public void Reopen()
    {
        DoneOn = null;
        EvidenceId = null;
        if (WaivedBecause is not null)
            (CancelledAt, WaivedBecause) = (null, null);
    }

    /// <summary>Its rule now gives <paramref name="due"/>: it moves along unless somebody has chosen another date.</summary>
    /// <returns>True when its due date is another now.</returns>
    public bool CountOn(DateOnly due)
    {
        var (isFree, was) = (!IsMovedByHand, DueOn);
        CountedOn = due;
        if (isFree)
            DueOn = due;
        return DueOn != was;
    }
}
