namespace ProjectCycle.Domain.Work;

/// <summary>A row that people fill in for a project, several of them at the same time.</summary>
public interface IProjectWork : IVersioned
{
    Guid Id { get; }
    Guid ProjectId { get; }
}
