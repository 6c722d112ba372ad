namespace ProjectCycle.Domain.Deadlines;

/// <summary>
/// A person's secret address under which calendar programs fetch their deadlines without signing in. Only a hash of the secret
/// is kept, so nobody can read the address from the database; the person sees it once.
/// </summary>
public sealed class CalendarAddress : IVersioned
{
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the secret, in hex.</summary>
    public required string SecretHash { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; set; }

    public int Version { get; set; }
}
