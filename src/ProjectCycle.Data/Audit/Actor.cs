namespace ProjectCycle.Data.Audit;

/// <summary>Who acts in this scope and from where, for the audit trail. The program itself until somebody is signed in.</summary>
public sealed class Actor
{
    public Guid? UserId { get; set; }
    public string Name { get; set; } = "system";
    public string Address { get; set; } = "";
}
