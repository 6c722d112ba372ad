namespace ProjectCycle.Domain.Work;

/// <summary>How a part of a project's work stands.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Part">A code of <see cref="WorkParts"/>.</param>
/// <param name="Entries">How many rows or sections hold something.</param>
/// <param name="IsComplete">A gate may count on it.</param>
public sealed record WorkStatus(Guid ProjectId, string Part, int Entries, bool IsComplete);
