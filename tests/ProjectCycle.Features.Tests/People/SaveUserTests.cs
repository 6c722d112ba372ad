using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Partners;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.People;

public sealed class SaveUserTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenRolesAndUnitsChange_ReplacesThemAndEndsOldSessions(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = world.Person(Role.Staff).Id;
        var stamp = (await world.ReadAsync(db => db.Users.SingleAsync(u => u.Id == id))).SecurityStamp;

        var saved = await SaveAsync(world, id, new UserInput
        {
            DisplayName = "Siti Rahma",
            Email = "siti@jambi.go.id",
            Roles = [Role.Manager, Role.Finance],
            UnitIds = [world.OtherUnit.Id],
        });

        Assert.True(saved.Succeeded);
        var user = await world.ReadAsync(db => db.Users.Include(u => u.Roles).Include(u => u.Units).SingleAsync(u => u.Id == id));
        Assert.Equal([Role.Manager, Role.Finance], user.Roles.Select(r => r.Role).Order());
        Assert.Equal([world.OtherUnit.Id], user.Units.Select(u => u.UnitId));
        Assert.NotEqual(stamp, user.SecurityStamp);
        Assert.Equal("SITI@JAMBI.GO.ID", user.NormalizedEmail);
    }

    [Theory]
    [OnSqlite("manager@demo.local", "email-taken")]
    [OnSqlite("MANAGER@demo.local", "email-taken")]
    [OnSqlite("not an address", "bad-email")]
    public async Task Save_WhenAddressIsBad_IsRefused(DatabaseProvider provider, string mail, string refusal)
    {
        await using var world = await World.CreateAsync(provider);

        var refused = await SaveAsync(world, null, new UserInput { DisplayName = "Siti", Email = mail, Roles = [Role.Staff] });

        Assert.Equal(refusal, Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenItWouldTakeTheLastAdministrator_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = world.Person(Role.Administrator).Id;

        var demoted = await SaveAsync(world, id, new UserInput { DisplayName = "Admin", Email = "administrator@demo.local", Roles = [Role.Staff] });
        var sentAway = await SaveAsync(world, id, new UserInput { DisplayName = "Admin", Email = "administrator@demo.local", Roles = [Role.Administrator], IsActive = false });

        Assert.Equal("last-administrator", Assert.Single(demoted.Refusals).Code);
        Assert.Equal("last-administrator", Assert.Single(sentAway.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Find_WhenThePersonHasLeft_IsNobody(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = world.Person(Role.Staff).Id;
        Assert.NotNull(await world.AsAsync<PersonReader, Person?>(Role.Auditor, r => r.FindAsync(id, default)));

        await SaveAsync(world, id, new UserInput { DisplayName = "Staf", Email = "staff@demo.local", Roles = [Role.Staff], IsActive = false });

        Assert.Null(await world.AsAsync<PersonReader, Person?>(Role.Auditor, r => r.FindAsync(id, default)));
    }

    [Theory]
    [OnSqlite("javascript:alert(1)", "", "bad-url")]
    [OnSqlite("https://kfw.de", "XX", "unknown-country")]
    [OnSqlite("https://kfw.de", "DE", null)]
    public async Task SavePartner_WhenFieldsAreChecked_AcceptsOnlySoundOnes(DatabaseProvider provider, string website, string country, string? refusal)
    {
        await using var world = await World.CreateAsync(provider);

        var outcome = await world.AsAsync<SavePartner, Outcome<Guid>>(
            Role.Staff, s => s.HandleAsync(null, new PartnerInput { Name = "KfW", Website = website, CountryCode = country }, 0, default));

        Assert.Equal(refusal, outcome.Refusals.Select(r => r.Code).SingleOrDefault());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Partners_WhenSearchedInAnyCase_AreFoundByEitherName(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.AsAsync<SavePartner, Outcome<Guid>>(Role.Staff, s => s.HandleAsync(null, new PartnerInput { Name = "Asian Development Bank", ShortName = "ADB" }, 0, default));

        foreach (var search in new[] { "adb", "ASIAN", "sian Dev" })
        {
            var found = await world.AsAsync<PartnerQueries, Features.Paged<PartnerRow>>(Role.Staff, q => q.PageAsync(search, null, 1, default));
            Assert.Equal(["Asian Development Bank"], found.Rows.Select(r => r.Name));
        }
    }

    private static Task<Outcome<Guid>> SaveAsync(World world, Guid? id, UserInput input) =>
        world.AsAsync<SaveUser, Outcome<Guid>>(Role.Administrator, s => s.HandleAsync(id, input, default));
}
