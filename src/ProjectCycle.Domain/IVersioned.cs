namespace ProjectCycle.Domain;

/// <summary>People edit this at the same time: the version rises with each save, and who saves an older one is told.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>Others keep copies of this, as calendars do, and ask when it last changed.</summary>
public interface IDated
{
    /// <summary>UTC, set with each save; null on a row that was last saved before this was kept.</summary>
    DateTime? ChangedAt { get; set; }
}
