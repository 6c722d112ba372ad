using ProjectCycle.Domain.Work;

namespace ProjectCycle.Features.Work;

/// <summary>Says how some parts of the work stand. Each feature that keeps such work has one; gates and the overview ask all of them.</summary>
public interface IWorkCheck
{
    /// <summary>Codes of <see cref="WorkParts"/> it answers for.</summary>
    IReadOnlyList<string> Parts { get; }

    /// <summary>The parts that hold something, of these projects: at most one query for each part, however many projects.</summary>
    Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation);
}
