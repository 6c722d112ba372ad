using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>The people who can be reminded on a day: who holds which role where, who stands in for whom, who cannot be mailed.</summary>
internal sealed class ReminderAudience
{
    private readonly Dictionary<Guid, User> _people;
    private readonly ILookup<(Role, Guid), Guid> _inUnits;
    private readonly Dictionary<Guid, Guid> _heads;
    private readonly Dictionary<Guid, Guid> _delegates;
    private readonly Dictionary<Guid, ProjectScope> _scopes;
    private readonly DateTimeOffset _now;

    private ReminderAudience(IReadOnlyCollection<User> people, Dictionary<Guid, Guid> heads, Dictionary<Guid, Guid> delegates, DateTimeOffset now)
    {
        _people = people.ToDictionary(p => p.Id);
        _inUnits = people.Where(p => p.IsActive)
            .SelectMany(p => p.Roles.SelectMany(_ => p.Units, (role, unit) => (Key: (role.Role, unit.UnitId), p.Id)))
            .ToLookup(x => x.Key, x => x.Id);
        (_heads, _delegates, _now) = (heads, delegates, now);
        _scopes = people.ToDictionary(p => p.Id, ScopeOf);
    }

    /// <summary>All people with their roles and units: some thousand rows at most.</summary>
    public static async Task<ReminderAudience> LoadAsync(AppDbContext db, TimeProvider clock, DateOnly day, CancellationToken cancellation)
    {
        var people = await db.Users.AsNoTracking().AsSplitQuery()
            .Include(u => u.Roles).Include(u => u.Units).Include(u => u.Agreements)
            .ToListAsync(cancellation);
        var heads = await db.Units.Where(u => u.HeadId != null).ToDictionaryAsync(u => u.Id, u => u.HeadId!.Value, cancellation);
        var leaves = await db.Leaves.AsNoTracking().Where(l => l.From <= day && l.Until >= day).OrderBy(l => l.Id).ToListAsync(cancellation);
        var delegates = leaves.GroupBy(l => l.UserId).ToDictionary(g => g.Key, g => g.Last().DelegateId);
        return new ReminderAudience(people, heads, delegates, clock.GetUtcNow());
    }

    /// <summary>The person with this id.</summary>
    public User Person(Guid id) => _people[id];

    /// <summary>False for who has left.</summary>
    public bool IsThere(Guid id) => _people[id].IsActive;

    /// <summary>The people in a role for a deadline of a unit.</summary>
    public IEnumerable<Guid> Holders(ReminderRole role, Guid unitId, Guid? responsibleId, Guid? ownerId) => role switch
    {
        ReminderRole.Responsible => One(responsibleId ?? ownerId),
        ReminderRole.Owner => One(ownerId),
        ReminderRole.Finance => _inUnits[(Role.Finance, unitId)],
        ReminderRole.Reviewer => _inUnits[(Role.Reviewer, unitId)],
        ReminderRole.Manager => _inUnits[(Role.Manager, unitId)],
        ReminderRole.Head => _heads.TryGetValue(unitId, out var head) && IsThere(head) ? [head] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>Who gets what is owed to a person: their delegate while they are on leave, else themselves.</summary>
    public User ReceiverFor(Guid personId) =>
        _people[personId].IsActive && _delegates.TryGetValue(personId, out var delegateId) && Hindrance(_people[delegateId]) is null
            ? _people[delegateId]
            : _people[personId];

    /// <summary>Why <paramref name="person"/> gets no mail about a project; null when they do.</summary>
    public string? SuppressionOf(User person, string projectState, Guid unitId, Guid? agreementId) =>
        projectState is StateCodes.Closed or StateCodes.Dropped ? SuppressionReasons.ProjectClosed
        : Hindrance(person) ?? (MaySee(_scopes[person.Id], unitId, agreementId) ? null : SuppressionReasons.NoAccess);

    private static bool MaySee(ProjectScope scope, Guid unitId, Guid? agreementId) =>
        scope.Reaches(unitId) || (agreementId is { } agreement && scope.AgreementIds.Contains(agreement));

    private string? Hindrance(User person) => person switch
    {
        { IsActive: false } => SuppressionReasons.Left,
        _ when Lockout.IsLasting(person.LockoutEnd, _now) => SuppressionReasons.Locked,
        _ when string.IsNullOrWhiteSpace(person.Email) => SuppressionReasons.NoAddress,
        _ => null,
    };

    private static IEnumerable<Guid> One(Guid? id) => id is { } there ? [there] : [];

    private static ProjectScope ScopeOf(User person)
    {
        var user = new CurrentUser(new Actor());
        user.Become(PersonReader.Of(person), address: "");
        return user.Scope(Rights.ViewProject);
    }
}
