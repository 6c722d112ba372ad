using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>A leave as lists show it.</summary>
public sealed record LeaveRow(Guid Id, string Person, string Delegate, DateOnly From, DateOnly Until);

/// <summary>Reads leave: one's own, and that of people of one's units for who manages their reminders.</summary>
public sealed class LeaveQueries(AppDbContext db, CurrentUser user)
{
    /// <summary>What is not over by <paramref name="today"/>, earliest first.</summary>
    public async Task<IReadOnlyList<LeaveRow>> ListAsync(DateOnly today, CancellationToken cancellation) =>
        await db.Leaves.AsNoTracking()
            .Where(l => l.Until >= today)
            .Join(People(), l => l.UserId, u => u.Id, (l, u) => new { Leave = l, Person = u })
            .OrderBy(x => x.Leave.From).ThenBy(x => x.Leave.Id)
            .Select(x => new LeaveRow(
                x.Leave.Id, x.Person.DisplayName, db.Users.Where(d => d.Id == x.Leave.DelegateId).Select(d => d.DisplayName).First(), x.Leave.From, x.Leave.Until))
            .ToListAsync(cancellation);

    /// <summary>For whom the person may enter leave.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleAsync(CancellationToken cancellation) =>
        await People().Where(u => u.IsActive).OrderBy(u => u.DisplayName).Select(u => new Choice(u.Id, u.DisplayName)).ToListAsync(cancellation);

    /// <summary>Who can stand in: colleagues of the people the person may enter leave for.</summary>
    public async Task<IReadOnlyList<Choice>> DelegatesAsync(CancellationToken cancellation)
    {
        var people = People();
        return await db.Users.AsNoTracking()
            .Where(u => u.IsActive && u.Units.Any(m => db.UnitMemberships.Any(own => own.UnitId == m.UnitId && people.Any(p => p.Id == own.UserId))))
            .OrderBy(u => u.DisplayName)
            .Select(u => new Choice(u.Id, u.DisplayName)).ToListAsync(cancellation);
    }

    private IQueryable<User> People()
    {
        var scope = user.Scope(Rights.ManageReminders);
        var (all, units, me) = (scope.All, scope.UnitIds, user.Id);
        return db.Users.AsNoTracking().Where(u => u.Id == me || all || u.Units.Any(m => units.Contains(m.UnitId)));
    }
}
