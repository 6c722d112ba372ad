using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>Something a project owes by a date, set by hand or by the template on entering a stage.</summary>
public sealed class Deadline : IVersioned, IDated
{
    /// <summary>Days before the due date on which people are told; negative is overdue. Used where nobody chose others.</summary>
    public static readonly IReadOnlyList<int> DefaultOffsets = [30, 14, 7, 1, 0, -1, -7, -14, -30];

    /// <summary>Stands for the conditions of approvals where the others name a part of the work.</summary>
    public const string FollowUps = "follow-ups";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>Code of the template's deadline rule; null when set by hand.</summary>
    public string? RuleCode { get; init; }

    /// <summary>
    /// Whose row it follows: a part of the work by its code of <see cref="Work.WorkParts"/>, or <see cref="FollowUps"/>. It changes with
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
    public string Note { get; set; } = "";
    public DateTime? CancelledAt { get; private set; }
    public int Version { get; set; }
    public DateTime? ChangedAt { get; set; }

    /// <summary>Neither done nor cancelled: it still can be missed.</summary>
    public bool IsOpen => DoneOn is null && CancelledAt is null;

    /// <summary><see cref="Offsets"/> as numbers.</summary>
    public IReadOnlyList<int> OffsetDays => ReadOffsets(Offsets);

    /// <summary>Comma-separated days as numbers.</summary>
    public static IReadOnlyList<int> ReadOffsets(string offsets) =>
        [.. offsets.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(o => int.Parse(o, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Marks it met on <paramref name="day"/>.</summary>
    public void MarkDone(DateOnly day, string note)
    {
        DoneOn = day;
        Note = note;
    }

    /// <summary>The project left for good before it was met.</summary>
    public void Cancel(DateTime at) => CancelledAt = at;

    /// <summary>Takes back <see cref="MarkDone"/>.</summary>
    public void Reopen() => DoneOn = null;
}
