using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;

namespace ProjectCycle.Features.People;

/// <summary>Reads a person as they are now, for work done in their name after they have left the page.</summary>
public sealed class PersonReader(AppDbContext db)
{
    /// <summary>The person, or null when there is none with this id or they have left.</summary>
    public async Task<Person?> FindAsync(Guid userId, CancellationToken cancellation)
    {
        var user = await db.Users.AsNoTracking()
            .Include(u => u.Roles).Include(u => u.Units).Include(u => u.Agreements).AsSplitQuery()
            .FirstOrDefaultAsync(u => u.Id == userId && u.IsActive, cancellation);
        return user is null ? null : Of(user);
    }

    /// <summary>What decides over <paramref name="user"/>'s rights; roles, units and agreements must be loaded.</summary>
    public static Person Of(User user) => new(
        user.Id,
        user.DisplayName,
        user.Language,
        [.. user.Roles.Select(r => r.Role)],
        [.. user.Units.Select(u => u.UnitId)],
        [.. user.Agreements.Select(a => a.AgreementId)]);
}
