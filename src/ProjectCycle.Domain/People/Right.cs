namespace ProjectCycle.Domain.People;

/// <summary>A named action a person may be allowed to take. The whole catalogue stands in <see cref="Rights"/>.</summary>
/// <param name="Code">Stable code; a test holds the list.</param>
/// <param name="Roles">The roles that hold the right.</param>
public sealed record Right(string Code, params Role[] Roles)
{
    /// <summary>True when any of <paramref name="roles"/> holds this right.</summary>
    public bool IsHeldBy(IEnumerable<Role> roles) => roles.Any(role => Roles.Contains(role));
}
