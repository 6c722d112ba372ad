using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Security;

/// <summary>
/// Writes into the cookie what decides over a person's rights, and reads it back. The security stamp check renews it every
/// minute, so a role that is taken away is gone within a minute.
/// </summary>
internal sealed class PersonClaims(UserManager<User> users, IOptions<IdentityOptions> options, AppDbContext db)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    private const string DisplayName = "name";
    private const string Language = "language";
    private const string RoleName = "role";
    private const string UnitId = "unit";
    private const string UnitName = "unit-name";
    private const string Zone = "zone";
    private const string AgreementId = "agreement";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(Language, user.Language));
        foreach (var role in await db.UserRoles.Where(r => r.UserId == user.Id).Select(r => r.Role).ToListAsync())
            identity.AddClaim(new Claim(RoleName, role.ToString()));
        foreach (var agreement in await db.AgreementAccess.Where(a => a.UserId == user.Id).Select(a => a.AgreementId).ToListAsync())
            identity.AddClaim(new Claim(AgreementId, agreement.ToString()));
        await AddUnitsAsync(identity, user.Id);
        return identity;
    }

    private async Task AddUnitsAsync(ClaimsIdentity identity, Guid userId)
    {
        var units = await db.Units
            .Where(unit => db.UnitMemberships.Any(m => m.UserId == userId && m.UnitId == unit.Id))
            .OrderBy(unit => unit.Name)
            .ToListAsync();
        foreach (var unit in units)
        {
            identity.AddClaim(new Claim(UnitId, unit.Id.ToString()));
            identity.AddClaim(new Claim(UnitName, unit.Name));
        }
        identity.AddClaim(new Claim(Zone, (units.FirstOrDefault()?.Zone ?? IndonesianZone.Wib).ToString()));
    }

    /// <summary>The person in the cookie.</summary>
    public static Person Read(ClaimsPrincipal principal) => new(
        Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
        principal.FindFirstValue(DisplayName)!,
        Languages.OrDefault(principal.FindFirstValue(Language)),
        [.. principal.FindAll(RoleName).Select(claim => Enum.Parse<Role>(claim.Value))],
        [.. principal.FindAll(UnitId).Select(claim => Guid.Parse(claim.Value))],
        [.. principal.FindAll(AgreementId).Select(claim => Guid.Parse(claim.Value))]);

    /// <summary>The names of the person's units, in order.</summary>
    public static IReadOnlyList<string> UnitNames(ClaimsPrincipal principal) =>
        [.. principal.FindAll(UnitName).Select(claim => claim.Value)];

    /// <summary>The clock the person works by: that of their first unit.</summary>
    public static IndonesianZone ZoneOf(ClaimsPrincipal principal) =>
        Enum.TryParse<IndonesianZone>(principal.FindFirstValue(Zone), out var zone) ? zone : IndonesianZone.Wib;
}
