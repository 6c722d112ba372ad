using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>Who may enter what an authority decided: a role that the template names for it, with the right to record decisions.</summary>
public static class Deciders
{
    /// <summary>True when these roles may enter decisions of <paramref name="authority"/>.</summary>
    public static bool IsDecidedBy(this Authority authority, IReadOnlyCollection<Role> roles) =>
        Rights.RecordDecision.IsHeldBy(roles) && authority.RecordedBy.Intersect(roles).Any();

    /// <summary>True when the person may enter decisions of <paramref name="authority"/> somewhere.</summary>
    public static bool MayDecide(this CurrentUser user, Authority authority) => authority.IsDecidedBy(user.Roles);

    /// <summary>The people of <paramref name="unitId"/> who could decide what <paramref name="askedById"/> asks <paramref name="authority"/>.</summary>
    internal static IQueryable<User> DecidersOf(this AppDbContext db, Authority authority, Guid unitId, Guid askedById)
    {
        var named = authority.RecordedBy;
        var entitled = Rights.RecordDecision.Roles;
        return db.Users.Where(u => u.IsActive && u.Id != askedById
            && u.Units.Any(m => m.UnitId == unitId)
            && u.Roles.Any(r => named.Contains(r.Role))
            && u.Roles.Any(r => entitled.Contains(r.Role)));
    }
}
