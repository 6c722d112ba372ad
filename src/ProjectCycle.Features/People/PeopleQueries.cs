using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.People;

/// <summary>A user as the administrator's list shows it.</summary>
public sealed record UserRow(
    Guid Id, string Name, string Email, bool IsActive, DateTimeOffset? LockedUntil, IReadOnlyList<Role> Roles, IReadOnlyList<string> Units);

/// <summary>A unit with the numbers that tell whether it is in use.</summary>
public sealed record UnitRow(Unit Unit, int People, int Projects);

/// <summary>A choice of a select box.</summary>
public sealed record Choice(Guid Id, string Name);

/// <summary>Reads users, units and calendars.</summary>
public sealed class PeopleQueries(AppDbContext db, CurrentUser user)
{
    public const int PageSize = 50;

    /// <summary>One page of users by name; empty for who may not manage users.</summary>
    public async Task<Paged<UserRow>> UsersAsync(string search, int page, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageUsers))
            return new Paged<UserRow>([], 0, 1, PageSize);
        var word = search.Trim().ToLowerInvariant();
        var users = db.Users.AsNoTracking();
        if (word != "")
            users = users.Where(u => u.SearchText.Contains(word));
        var total = await users.CountAsync(cancellation);
        var shown = Paging.Shown(page, PageSize, total);
        var rows = await users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Skip((shown - 1) * PageSize).Take(PageSize)
            .Select(u => new UserRow(
                u.Id, u.DisplayName, u.Email!, u.IsActive, u.LockoutEnd,
                u.Roles.Select(r => r.Role).ToList(),
                u.Units.Select(m => db.Units.First(x => x.Id == m.UnitId).Name).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        return new Paged<UserRow>(rows, total, shown, PageSize);
    }

    /// <summary>One user with roles, units and agreements, or null.</summary>
    public async Task<User?> UserAsync(Guid id, CancellationToken cancellation) =>
        !user.Can(Rights.ManageUsers)
            ? null
            : await db.Users.AsNoTracking().Include(u => u.Roles).Include(u => u.Units).Include(u => u.Agreements).AsSplitQuery()
                .FirstOrDefaultAsync(u => u.Id == id, cancellation);

    /// <summary>All units with their numbers; empty for who may not manage units.</summary>
    public async Task<IReadOnlyList<UnitRow>> UnitsAsync(CancellationToken cancellation) =>
        !user.Can(Rights.ManageUnits)
            ? []
            : await db.Units.AsNoTracking().OrderBy(u => u.Name)
                .Select(u => new UnitRow(u, db.UnitMemberships.Count(m => m.UnitId == u.Id), db.Projects.Count(p => p.UnitId == u.Id)))
                .ToListAsync(cancellation);

    /// <summary>One unit, or null.</summary>
    public async Task<Unit?> UnitAsync(Guid id, CancellationToken cancellation) =>
        user.Can(Rights.ManageUnits) ? await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellation) : null;

    /// <summary>The units whose projects the person reaches with <paramref name="right"/>, for filters and forms.</summary>
    public async Task<IReadOnlyList<Choice>> UnitChoicesAsync(Right right, CancellationToken cancellation)
    {
        var scope = user.Scope(right);
        var all = scope.All || user.Can(Rights.ManageUsers) || user.Can(Rights.ManageUnits);
        var ids = scope.UnitIds;
        return await db.Units.AsNoTracking().Where(u => all || ids.Contains(u.Id)).OrderBy(u => u.Name)
            .Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellation);
    }

    /// <summary>Active people of a unit the person reaches, for owner and responsible.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleOfUnitAsync(Guid unitId, CancellationToken cancellation) =>
        !user.Scope(Rights.ViewProject).Reaches(unitId)
            ? []
            : await db.Users.AsNoTracking().Where(u => u.IsActive && u.Units.Any(m => m.UnitId == unitId)).OrderBy(u => u.DisplayName)
                .Select(u => new Choice(u.Id, u.DisplayName)).ToListAsync(cancellation);

    /// <summary>Active people of all units whose projects the person reaches, for filters and forms that span units.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleInReachAsync(CancellationToken cancellation)
    {
        var scope = user.Scope(Rights.ViewProject);
        var (all, ids) = (scope.All, scope.UnitIds);
        return await db.Users.AsNoTracking()
            .Where(u => u.IsActive && db.Set<UnitMembership>().Where(m => all || ids.Contains(m.UnitId)).Select(m => m.UserId).Contains(u.Id))
            .OrderBy(u => u.DisplayName)
            .Select(u => new Choice(u.Id, u.DisplayName)).ToListAsync(cancellation);
    }

    /// <summary>Partners for select boxes, by the name people say.</summary>
    public async Task<IReadOnlyList<Choice>> PartnerChoicesAsync(CancellationToken cancellation) =>
        !user.Can(Rights.ViewPartner)
            ? []
            : await db.Partners.AsNoTracking().OrderBy(p => p.ShortName != "" ? p.ShortName : p.Name)
                .Select(p => new Choice(p.Id, p.ShortName != "" ? p.ShortName : p.Name)).ToListAsync(cancellation);

    /// <summary>Agreements for select boxes, for those who register projects or manage users.</summary>
    public async Task<IReadOnlyList<Agreement>> AgreementChoicesAsync(CancellationToken cancellation) =>
        user.Can(Rights.EditProject) || user.Can(Rights.ManageUsers)
            ? await db.Agreements.AsNoTracking().OrderBy(a => a.Number).ToListAsync(cancellation)
            : [];

    /// <summary>Days off of a year: the national ones and those of the units the person manages.</summary>
    public async Task<IReadOnlyList<Holiday>> HolidaysAsync(int year, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageCalendars))
            return [];
        var scope = user.Scope(Rights.ManageCalendars);
        var (all, ids) = (scope.All, scope.UnitIds);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Holidays.AsNoTracking()
            .Where(h => h.Date >= from && h.Date <= to && (h.UnitId == null || all || ids.Contains(h.UnitId.Value)))
            .OrderBy(h => h.Date).ToListAsync(cancellation);
    }
}
