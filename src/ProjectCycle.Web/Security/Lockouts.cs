using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace ProjectCycle.Web.Security;

/// <summary>How many wrong passwords close an account, and for how long.</summary>
internal static class Lockouts
{
    public const int Tries = 5;
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);
}

/// <summary>
/// Counts wrong tries for addresses nobody has, so that they are "locked" just as an account would be: whoever tries out
/// addresses learns nothing from the answers.
/// </summary>
public sealed class UnknownAddresses(TimeProvider clock) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Counts a try; the end of the lock when there were too many.</summary>
    public DateTimeOffset? Try(string mail)
    {
        var tries = _cache.GetOrCreate(mail.Trim().ToUpperInvariant(), entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = Lockouts.Time;
            return new ConcurrentQueue<DateTimeOffset>();
        })!;
        if (tries.Count < Lockouts.Tries)
            tries.Enqueue(clock.GetUtcNow());
        return tries.Count >= Lockouts.Tries ? tries.Last() + Lockouts.Time : null;
    }

    public void Dispose() => _cache.Dispose();
}
