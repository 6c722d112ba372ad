using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>The secret addresses under which calendar programs fetch deadlines: one for each person who wants one.</summary>
public sealed class CalendarAddresses(AppDbContext db, CurrentUser user, PersonReader people, TimeProvider clock)
{
    private const int SecretBytes = 32;

    /// <summary>When the person's address was made (UTC); null when they have none.</summary>
    public Task<DateTime?> MadeAtAsync(CancellationToken cancellation) =>
        db.CalendarAddresses.Where(a => a.PersonId == user.Id).Select(a => (DateTime?)a.MadeAt).FirstOrDefaultAsync(cancellation);

    /// <summary>Makes an address; one the person had before works no longer.</summary>
    /// <returns>The secret in it, which is not kept and cannot be shown again.</returns>
    public async Task<Outcome<string>> MakeAsync(CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewProject))
            return Refusals.NotAllowed;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var (hash, now) = (HashOf(secret), clock.GetUtcNow().UtcDateTime);
        if (await db.CalendarAddresses.FirstOrDefaultAsync(a => a.PersonId == user.Id, cancellation) is { } known)
            (known.SecretHash, known.MadeAt) = (hash, now);
        else
            db.Add(new CalendarAddress { PersonId = user.Id, SecretHash = hash, MadeAt = now });
        return await SaveAsync(cancellation) is { Succeeded: false } refused ? refused.Refusals.ToList() : secret;
    }

    /// <summary>Ends the person's address.</summary>
    public async Task<Outcome<Done>> RevokeAsync(CancellationToken cancellation)
    {
        if (await db.CalendarAddresses.FirstOrDefaultAsync(a => a.PersonId == user.Id, cancellation) is { } known)
            db.Remove(known);
        return await SaveAsync(cancellation);
    }

    /// <summary>Whose address holds <paramref name="secret"/>, with the rights they have now; null when nobody's, or when they have left or are locked out.</summary>
    public async Task<Person?> FindOwnerAsync(string secret, CancellationToken cancellation)
    {
        var hash = HashOf(secret);
        var owner = await db.CalendarAddresses.Where(a => a.SecretHash == hash)
            .Join(db.Users, a => a.PersonId, u => u.Id, (a, u) => new { u.Id, u.LockoutEnd })
            .FirstOrDefaultAsync(cancellation);
        return owner is null || Lockout.IsLasting(owner.LockoutEnd, clock.GetUtcNow()) ? null : await people.FindAsync(owner.Id, cancellation);
    }

    /// <summary>Two of the person's own windows at once: the later one is told.</summary>
    private async Task<Outcome<Done>> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            return await db.SaveOrTellAsync(nameof(CalendarAddress), user.Id, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return await db.ToldWhoWasFirstAsync(nameof(CalendarAddress), user.Id, cancellation);
        }
    }

    /// <summary>A plain hash will do: the secret is drawn by chance and too long to be guessed.</summary>
    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
