using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Audit;

public sealed class AuditTests
{
    private static readonly Actor Siti = new() { UserId = Guid.CreateVersion7(), Name = "Siti", Address = "203.0.113.7" };

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenARowIsAdded_SaysWhoWhenWhereAndWhat(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var partner = Samples.Partner("KfW");
        await using (var db = database.Open(actor: Siti))
        {
            db.Add(partner);
            await db.SaveChangesAsync();
        }

        var entry = Assert.Single(await EntriesAsync(database));
        Assert.Equal(("Partner", partner.Id.ToString(), "added"), (entry.Entity, entry.EntityId, entry.Action));
        Assert.Equal((Siti.UserId, "Siti", "203.0.113.7"), (entry.UserId, entry.UserName, entry.Address));
        Assert.Equal(FakeClock.Start, entry.At);
        Assert.Null(entry.ProjectId);
        var changes = Changes(entry);
        Assert.Equal("""[null,"KfW"]""", changes["Name"]);
        Assert.Equal("""[null,"Donor"]""", changes["Kind"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenARowIsChanged_HoldsOnlyWhatChanged(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Partner("KfW"));
        await using (var db = database.Open(actor: Siti))
        {
            var partner = await db.Partners.SingleAsync();
            partner.Name = "KfW Entwicklungsbank – “Bank”";
            partner.CountryCode = "DE";
            await db.SaveChangesAsync();
        }

        var entry = Assert.Single(await EntriesAsync(database), e => e.Action == "changed");
        Assert.Equal("""{"Name":["KfW","KfW Entwicklungsbank – “Bank”"]}""", entry.Changes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenARowIsRemoved_HoldsWhatWasThere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Partner("KfW"));
        await using (var db = database.Open(actor: Siti))
        {
            db.Remove(await db.Partners.SingleAsync());
            await db.SaveChangesAsync();
        }

        var entry = Assert.Single(await EntriesAsync(database), e => e.Action == "removed");
        Assert.Equal("""["KfW",null]""", Changes(entry)["Name"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenARowIsAllKey_TellsThatItCameAndWent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var user = Samples.User(roles: [Role.Reviewer]);
        await database.AddAsync(user);
        await using (var db = database.Open())
        {
            db.Remove(await db.UserRoles.SingleAsync());
            await db.SaveChangesAsync();
        }

        var entries = (await EntriesAsync(database)).Where(e => e.Entity == nameof(UserRole)).ToList();
        Assert.Equal(["added", "removed"], entries.Select(e => e.Action).Order());
        Assert.All(entries, e => Assert.Equal($"{user.Id}/Reviewer", e.EntityId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenNothingChanged_WritesNoEntry(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Partner("KfW"));
        await using (var db = database.Open())
        {
            (await db.Partners.SingleAsync()).Name = "KfW";
            await db.SaveChangesAsync();
        }

        Assert.Single(await EntriesAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenAProjectIsEdited_NamesTheProjectInTheRowsOfItsParts(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var euro = Currencies.All["EUR"];
        var details = Samples.Details(unit) with
        {
            Amounts = [(AmountKind.Agreement, new Money(100, euro)), (AmountKind.Counterpart, new Money(200, euro))],
        };
        var project = Samples.Project(details);
        await database.AddAsync(unit, project);
        await using (var db = database.Open(actor: Siti))
        {
            var loaded = await db.Projects.Include(p => p.Partners).Include(p => p.Amounts).SingleAsync();
            loaded.Edit(details with
            {
                NameEn = "Waste and water",
                Dates = KeyDates.Unknown with { SignedOn = new DateOnly(2026, 2, 1) },
                Amounts = [(AmountKind.Agreement, new Money(100, euro)), (AmountKind.Counterpart, new Money(250, euro))],
            });
            await db.SaveChangesAsync();
        }

        var entries = (await EntriesAsync(database)).Where(e => e.UserName == "Siti").ToList();
        Assert.All(entries, e => Assert.Equal(project.Id, e.ProjectId));
        Assert.Equal(
            """{"Dates.SignedOn":[null,"2026-02-01"],"Name.En":["Waste management","Waste and water"]}""",
            Sorted(Assert.Single(entries, e => e.Entity == "Project")));
        Assert.Equal(["added", "removed"], entries.Where(e => e.Entity == "ProjectAmount").Select(e => e.Action).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenADeadlineIsSet_NamesItsProject(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var project = Samples.Project(unit);
        await database.AddAsync(unit, project, Samples.Deadline(project, new DateOnly(2026, 4, 1)));

        var entry = Assert.Single(await EntriesAsync(database), e => e.Entity == "Deadline");
        Assert.Equal(project.Id, entry.ProjectId);
        Assert.Equal("""[null,"Progress report"]""", Changes(entry)["Title.En"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenAUserIsWritten_KeepsSecretsOutOfTheTrail(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var user = Samples.User("siti@demo.local");
        (user.PasswordHash, user.SecurityStamp) = ("hash-of-a-password", "stamp-of-a-session");
        await database.AddAsync(user);
        await using (var db = database.Open())
        {
            var loaded = await db.Users.SingleAsync();
            (loaded.PasswordHash, loaded.SecurityStamp, loaded.Language) = ("another-hash", "another-stamp", Languages.English);
            await db.SaveChangesAsync();
        }

        var entries = await EntriesAsync(database);
        Assert.Equal(["added", "changed"], entries.Where(e => e.Entity == nameof(User)).Select(e => e.Action).Order());
        Assert.All(entries, e => Assert.DoesNotMatch("hash-of|another-hash|stamp|Stamp", e.Changes));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenOnlyAPasswordChanges_TellsThatItDid(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.User("siti@demo.local"));
        await using (var db = database.Open())
        {
            (await db.Users.SingleAsync()).PasswordHash = "another-hash";
            await db.SaveChangesAsync();
        }

        var entry = Assert.Single(await EntriesAsync(database), e => e.Action == "changed");
        Assert.EndsWith(""","***"]""", Changes(entry)["PasswordHash"], StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenASignInTokenIsStored_KeepsItsValueOutOfTheTrail(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var user = Samples.User();
        await database.AddAsync(
            user,
            new Microsoft.AspNetCore.Identity.IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = "app", Name = "key", Value = "the-secret" });

        Assert.All(await EntriesAsync(database), e => Assert.DoesNotContain("the-secret", e.Changes, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheProgramKeepsItsBooks_WritesNoEntry(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(
            new JobRun { JobId = "plan-reminders", StartedAt = FakeClock.Start, Node = "node" },
            new OutboxMessage { Kind = "send-mail", SubjectId = Guid.NewGuid(), Key = "k", CreatedAt = FakeClock.Start, DueAt = FakeClock.Start });

        Assert.Empty(await EntriesAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenItFails_LeavesNoEntry(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Partner("taken"));

        await Assert.ThrowsAsync<DbUpdateException>(() => database.AddAsync(Samples.Partner("free"), Samples.Partner("taken")));

        Assert.Equal("taken", Assert.Single(await PartnersAsync(database)).Name);
        Assert.Single(await EntriesAsync(database));
    }

    [Fact]
    public async Task Save_WhenDoneSynchronously_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        db.Add(Samples.Partner());

#pragma warning disable CA1849 // The synchronous call is what is tested.
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
#pragma warning restore CA1849
    }

    private static async Task<List<AuditEntry>> EntriesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.AuditEntries.OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
    }

    private static async Task<List<Partner>> PartnersAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Partners.ToListAsync();
    }

    private static Dictionary<string, string> Changes(AuditEntry entry) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(entry.Changes)!.ToDictionary(pair => pair.Key, pair => pair.Value.GetRawText());

    private static string Sorted(AuditEntry entry) =>
        $"{{{string.Join(',', Changes(entry).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";
}
