namespace ProjectCycle.Features.People;

/// <summary>
/// Two kinds of lockout in one field of the sign-in: the short one that follows wrong passwords, which anybody can type and which ends
/// by itself, and the one an administrator has put on.
/// </summary>
public static class Lockout
{
    private static readonly TimeSpan LongestPassing = TimeSpan.FromDays(1);

    /// <summary>True when an administrator has locked the person out: no mail goes out to them and their addresses are closed.</summary>
    public static bool IsLasting(DateTimeOffset? lockoutEnd, DateTimeOffset now) => lockoutEnd > now + LongestPassing;
}
