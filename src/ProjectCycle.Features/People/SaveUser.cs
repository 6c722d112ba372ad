using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.People;

/// <summary>A user as the administrator's form hands it over.</summary>
public sealed record UserInput
{
    public string DisplayName { get; init; } = "";
    public string Email { get; init; } = "";
    public string Language { get; init; } = Languages.Indonesian;
    public bool IsActive { get; init; } = true;
    public IReadOnlyList<Role> Roles { get; init; } = [];
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];
    public IReadOnlyList<Guid> AgreementIds { get; init; } = [];
}

/// <summary>Adds and changes users. Passwords are never set here: a new user gets a link by mail.</summary>
public sealed class SaveUser(AppDbContext db, CurrentUser user)
{
    /// <summary>Adds a user, or changes the one with <paramref name="id"/>; a change ends their other sessions within a minute.</summary>
    public async Task<Outcome<Guid>> HandleAsync(Guid? id, UserInput input, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageUsers))
            return Refusals.NotAllowed;
        var person = id is null
            ? null
            : await db.Users.Include(u => u.Roles).Include(u => u.Units).Include(u => u.Agreements).AsSplitQuery().FirstOrDefaultAsync(u => u.Id == id, cancellation);
        if (id is not null && person is null)
            return Refusals.NotFound;
        if (await FaultsAsync(id, input, cancellation) is { Count: > 0 } faults)
            return faults;

        if (person is null)
            db.Add(person = new User { DisplayName = "", LockoutEnabled = true });
        Fill(person, input);
        await db.SaveChangesAsync(cancellation);
        return person.Id;
    }

    /// <summary>Lets a locked-out user try again.</summary>
    public async Task<Outcome<Done>> UnlockAsync(Guid id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageUsers))
            return Refusals.NotAllowed;
        var person = await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellation);
        if (person is null)
            return Refusals.NotFound;
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        await db.SaveChangesAsync(cancellation);
        return default(Done);
    }

    private static void Fill(User person, UserInput input)
    {
        var email = input.Email.Trim();
        person.DisplayName = input.DisplayName.Trim();
        person.Email = person.UserName = email;
        person.NormalizedEmail = person.NormalizedUserName = email.ToUpperInvariant();
        person.Language = Languages.OrDefault(input.Language);
        person.IsActive = input.IsActive;
        person.SecurityStamp = Guid.NewGuid().ToString();
        Replace(person.Roles, input.Roles, r => r.Role, role => new UserRole { UserId = person.Id, Role = role });
        Replace(person.Units, input.UnitIds, m => m.UnitId, unit => new UnitMembership { UserId = person.Id, UnitId = unit });
        Replace(person.Agreements, input.AgreementIds, a => a.AgreementId, agreement => new AgreementAccess { UserId = person.Id, AgreementId = agreement });
    }

    private static void Replace<TRow, TKey>(List<TRow> rows, IReadOnlyList<TKey> wanted, Func<TRow, TKey> key, Func<TKey, TRow> make)
    {
        rows.RemoveAll(row => !wanted.Contains(key(row)));
        rows.AddRange(wanted.Distinct().Except(rows.Select(key).ToList()).Select(make));
    }

    private async Task<List<Refusal>> FaultsAsync(Guid? id, UserInput input, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.DisplayName, nameof(input.DisplayName), max: 200)
            .Concat(Fields.Required(input.Email, nameof(input.Email), max: 256))
            .ToList();
        var email = input.Email.Trim();
        if (email.Length > 0 && !MailAddress.TryCreate(email, out _))
            faults.Add(new Refusal("bad-email", nameof(input.Email)));
        var normalized = email.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized && u.Id != id, cancellation))
            faults.Add(new Refusal("email-taken", nameof(input.Email)));
        if (input.Roles.Count == 0 || !input.Roles.All(Enum.IsDefined))
            faults.Add(new Refusal("required", nameof(input.Roles)));
        if (await db.Units.CountAsync(u => input.UnitIds.Contains(u.Id), cancellation) != input.UnitIds.Distinct().Count())
            faults.Add(new Refusal("unknown-unit", nameof(input.UnitIds)));
        if (await db.Agreements.CountAsync(a => input.AgreementIds.Contains(a.Id), cancellation) != input.AgreementIds.Distinct().Count())
            faults.Add(new Refusal("unknown-agreement", nameof(input.AgreementIds)));
        if (id is not null && await IsLastAdministratorAsync(id.Value, input, cancellation))
            faults.Add(new Refusal("last-administrator", nameof(input.Roles)));
        return faults;
    }

    /// <summary>Nobody could let anybody in any more.</summary>
    private async Task<bool> IsLastAdministratorAsync(Guid id, UserInput input, CancellationToken cancellation) =>
        !(input.IsActive && input.Roles.Contains(Role.Administrator))
        && !await db.Users.AnyAsync(u => u.Id != id && u.IsActive && u.Roles.Any(r => r.Role == Role.Administrator), cancellation);
}
