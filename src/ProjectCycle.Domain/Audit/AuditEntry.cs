namespace ProjectCycle.Domain.Audit;

/// <summary>One change to one row: who, when, from where, what. Written with the change, never altered.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Null when the program itself acted.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The name as it was then; "system" when the program itself acted.</summary>
    public required string UserName { get; init; }

    /// <summary>The address the request came from; blank for the program itself.</summary>
    public string Address { get; init; } = "";

    /// <summary>The entity's type name, such as "Project".</summary>
    public required string Entity { get; init; }

    public required string EntityId { get; init; }

    /// <summary>The project it belongs to, when it belongs to one.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>"added", "changed" or "removed".</summary>
    public required string Action { get; init; }

    /// <summary>JSON object: property name to [before, after].</summary>
    public required string Changes { get; init; }
}
