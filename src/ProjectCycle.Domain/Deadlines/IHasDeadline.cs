using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>A row of a project with a date, which stands among the project's deadlines so that people are reminded of it.</summary>
public interface IHasDeadline : IProjectWork
{
    /// <summary>The deadline that follows it; null when it has no date.</summary>
    Guid? DeadlineId { get; set; }

    LocalText DeadlineTitle { get; }

    /// <summary>Null means nobody waits for it on a certain day.</summary>
    DateOnly? DueOn { get; }

    DateOnly? DoneOn { get; }

    /// <summary>Who is to act; null means the project's owner.</summary>
    Guid? ResponsibleId { get; }
}
