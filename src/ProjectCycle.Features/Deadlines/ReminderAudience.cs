using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Deadlines;

/// <summary>Somebody to remind of a deadline.</summary>
/// <param name="OverdueOnly">True for managers, who hear of it once it is late.</param>
internal sealed record Addressee(User Person, bool OverdueOnly)
{
    /// <summary>The steps of a deadline this person is told of.</summary>
    public IEnumerable<int> StepsOf(IEnumerable<int> offsets) => offsets.Where(offset => !OverdueOnly || offset < 0);
}

/// <summary>
/// Who is reminded: the responsible person, else the project's owner, else the unit's managers. The managers also when it is
/// overdue, and from the start when the person has left.
/// </summary>
internal sealed class ReminderAudience
{
    /// <summary>A shorter lockout follows wrong passwords and ends by itself; a reminder does not wait for it.</summary>
    private static readonly TimeSpan PassingLockout = TimeSpan.FromDays(1);

    private readonly Dictionary<Guid, User> _people;
    private readonly ILookup<Guid, User> _managers;
    private readonly Dictionary<Guid, ProjectScope> _scopes;
    private readonly DateTimeOffset _now;

    private ReminderAudience(IReadOnlyCollection<User> people, DateTimeOffset now)
    {
        _people = people.ToDictionary(p => p.Id);
        _managers = people.Where(p => p.Roles.Exists(r => r.Role == Role.Manager))
            .SelectMany(p => p.Units, (person, membership) => (membership.UnitId, person))
            .ToLookup(x => x.UnitId, x => x.person);
        _scopes = people.ToDictionary(p => p.Id, ScopeOf);
        _now = now;
    }

    /// <summary>All people with their roles and units: some thousand rows at most.</summary>
    public static async Task<ReminderAudience> LoadAsync(AppDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var people = await db.Users.AsNoTracking().AsSplitQuery()
            .Include(u => u.Roles).Include(u => u.Units).Include(u => u.Agreements)
            .ToListAsync(cancellation);
        return new ReminderAudience(people, clock.GetUtcNow());
    }

    /// <summary>Everybody to remind of a deadline, each once.</summary>
    /// <param name="mainId">The responsible person, else the owner.</param>
    public IEnumerable<Addressee> Of(Guid? mainId, Guid unitId)
    {
        var main = mainId is { } id ? _people[id] : null;
        if (main is not null)
            yield return new Addressee(main, OverdueOnly: false);
        foreach (var manager in _managers[unitId].Where(m => m.Id != main?.Id))
            yield return new Addressee(manager, OverdueOnly: main is { IsActive: true });
    }

    /// <summary>Why <paramref name="person"/> gets no mail about a project; null when they do.</summary>
    public string? SuppressionOf(User person, Guid unitId, Guid? agreementId)
    {
        var scope = _scopes[person.Id];
        return person switch
        {
            { IsActive: false } => SuppressionReasons.Left,
            _ when person.LockoutEnd > _now + PassingLockout => SuppressionReasons.Locked,
            _ when string.IsNullOrWhiteSpace(person.Email) => SuppressionReasons.NoAddress,
            _ when !scope.Reaches(unitId) && !(agreementId is { } a && scope.AgreementIds.Contains(a)) => SuppressionReasons.NoAccess,
            _ => null,
        };
    }

    private static ProjectScope ScopeOf(User person)
    {
        var user = new CurrentUser(new Actor());
        user.Become(
            new Person(
                person.Id, person.DisplayName, person.Language,
                [.. person.Roles.Select(r => r.Role)], [.. person.Units.Select(m => m.UnitId)], [.. person.Agreements.Select(a => a.AgreementId)]),
            address: "");
        return user.Scope(Rights.ViewProject);
    }
}
