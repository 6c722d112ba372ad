using ProjectCycle.Data.Audit;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.People;

/// <summary>A person who is signed in, with all that decides what they may do and see.</summary>
public sealed record Person(
    Guid Id,
    string Name,
    string Language,
    IReadOnlyCollection<Role> Roles,
    IReadOnlyCollection<Guid> UnitIds,
    IReadOnlyCollection<Guid> AgreementIds);

/// <summary>Who acts in this scope (a request, a job, a verb). Nobody until <see cref="Become"/> is called.</summary>
public sealed class CurrentUser(Actor actor)
{
    private Person _person = new(Guid.Empty, "", Languages.Indonesian, [], [], []);

    /// <summary>Empty when nobody is signed in.</summary>
    public Guid Id => _person.Id;

    public string Name => _person.Name;
    public string Language => _person.Language;
    public IReadOnlyCollection<Role> Roles => _person.Roles;
    public IReadOnlyCollection<Guid> UnitIds => _person.UnitIds;
    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>Signs <paramref name="person"/> in for this scope; the audit trail names them with <paramref name="address"/>.</summary>
    public void Become(Person person, string address)
    {
        _person = person;
        actor.UserId = person.Id;
        actor.Name = person.Name;
        actor.Address = address;
    }

    /// <summary>True when one of the person's roles holds <paramref name="right"/>.</summary>
    public bool Can(Right right) => right.IsHeldBy(_person.Roles);

    /// <summary>
    /// The projects on which the person may use <paramref name="right"/>: each role that holds it brings its own reach, so an
    /// observer who is also staff elsewhere can edit in their unit and only read under their agreement.
    /// </summary>
    public ProjectScope Scope(Right right)
    {
        var roles = _person.Roles.Where(right.Roles.Contains).ToList();
        return new ProjectScope(
            All: roles.Exists(role => role is Role.Auditor or Role.Administrator),
            UnitIds: roles.Exists(role => role is Role.Staff or Role.Manager or Role.Finance or Role.Reviewer) ? _person.UnitIds : [],
            AgreementIds: roles.Contains(Role.Observer) ? _person.AgreementIds : []);
    }
}
