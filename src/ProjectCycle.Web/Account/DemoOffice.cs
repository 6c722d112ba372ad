using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Account;

/// <summary>An office with one person per role, to try the program in. Opens only where there is nobody yet.</summary>
internal sealed class DemoOffice(AppDbContext db, UserManager<User> users, Settings settings)
{
    private static readonly (string Name, Role Role)[] People =
    [
        ("Ayu Lestari", Role.Administrator),
        ("Budi Santoso", Role.Manager),
        ("Citra Dewi", Role.Staff),
        ("Dian Pratama", Role.Finance),
        ("Endah Wulandari", Role.Reviewer),
        ("Klaus Weber", Role.Observer),
        ("Fajar Nugroho", Role.Auditor),
    ];

    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (await db.Users.AnyAsync(cancellation))
            return;
        var unit = new Unit { Code = "PMU-JAMBI", Name = "PMU Kota Jambi", RegionCode = "15.71", Zone = IndonesianZone.Wib };
        db.Add(unit);
        var password = settings.DemoPassword ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        foreach (var (name, role) in People)
            await AddAsync(name, role, unit, password);
        Console.WriteLine($"Demo office open. Sign in as {string.Join(", ", People.Select(p => MailOf(p.Role)))}; password: {password}");
    }

    private async Task AddAsync(string name, Role role, Unit unit, string password)
    {
        var user = new User { DisplayName = name, UserName = MailOf(role), Email = MailOf(role), EmailConfirmed = true };
        user.Roles.Add(new UserRole { UserId = user.Id, Role = role });
        if (role is not (Role.Observer or Role.Auditor))
            user.Units.Add(new UnitMembership { UserId = user.Id, UnitId = unit.Id });
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
            throw new InvalidOperationException($"Demo password refused: {string.Join(", ", result.Errors.Select(e => e.Code))}");
    }

    private static string MailOf(Role role) =>
        $"{(role == Role.Administrator ? "admin" : role.ToString().ToLowerInvariant())}@demo.local";
}
