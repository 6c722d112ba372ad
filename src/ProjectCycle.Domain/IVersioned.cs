namespace ProjectCycle.Domain;

/// <summary>People edit this at the same time: the version rises with each save, and who saves an older one is told.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
