using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Deadlines;

public sealed class DeadlineFeedTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_ForEachReader_HoldsWhatTheyReach(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, await ProjectAsync(world, "IN-1", world.Unit, world.Person(Role.Staff).Id), Today);
        await AddAsync(world, await ProjectAsync(world, "IN-2", world.Unit), Today.AddDays(1));
        await AddAsync(world, await ProjectAsync(world, "OUT-1", world.OtherUnit), Today);

        Assert.Equal(["IN-1", "IN-2"], (await LoadAsync(world, Role.Staff)).Entries.Select(e => e.ProjectCode));
        Assert.Equal(["IN-1"], (await LoadAsync(world, Role.Staff, mine: true)).Entries.Select(e => e.ProjectCode));
        Assert.Equal(["IN-1", "OUT-1", "IN-2"], (await LoadAsync(world, Role.Auditor)).Entries.Select(e => e.ProjectCode));
        Assert.Empty((await LoadAsync(world, Role.Observer)).Entries);
        Assert.Equal("IN-2", Assert.Single((await OfProjectAsync(world, "IN-2"))!.Entries).ProjectCode);
        Assert.Null(await OfProjectAsync(world, "OUT-1"));
        Assert.Null(await OfProjectAsync(world, "NONE"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_OfDatesFarAway_LeavesThemOut(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        DateOnly[] dates = [Today.AddYears(-1).AddDays(-1), Today.AddYears(-1), Today.AddYears(3), Today.AddYears(3).AddDays(1)];
        await AddAsync(world, await ProjectAsync(world, "IN-1", world.Unit), dates);

        Assert.Equal(dates[1..3], (await LoadAsync(world, Role.Staff)).Entries.Select(e => e.DueOn));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_OfTooMany_KeepsThoseNearestToToday(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var project = await ProjectAsync(world, "IN-1", world.Unit);
        await AddAsync(world, project, [.. Enumerable.Range(0, DeadlineFeed.MostEntries - 2).Select(i => Today.AddDays((i % 20) - 10))]);
        await AddAsync(world, project, Today.AddDays(-11), Today.AddDays(12), Today.AddDays(13), Today.AddDays(-14));

        var entries = (await LoadAsync(world, Role.Staff)).Entries;

        Assert.Equal(DeadlineFeed.MostEntries, entries.Count);
        Assert.Equal((Today.AddDays(-11), Today.AddDays(12)), (entries[0].DueOn, entries[^1].DueOn));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_AfterChanges_CountsThemAndDatesTheLast(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var project = await ProjectAsync(world, "IN-1", world.Unit);
        await AddAsync(world, project, Today.AddDays(5));
        var before = Assert.Single((await LoadAsync(world, Role.Staff)).Entries);
        world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(
            before.Id, new DeadlineInput { Title = "Rapat", DueOn = Today.AddDays(9) }, before.Version, default))).Succeeded);

        var after = Assert.Single((await LoadAsync(world, Role.Staff)).Entries);
        Assert.Equal((before.Id, before.Version + 1, Today.AddDays(9)), (after.Id, after.Version, after.DueOn));
        Assert.Equal((FakeClock.Start, FakeClock.Start.AddHours(1)), (before.ChangedAt, after.ChangedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_AfterTheProjectIsDropped_HoldsItsDeadlinesAsCancelledForAYear(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var open = (await LoadAsync(world, Role.Staff)).Entries;
        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, e => e.IsCancelled);

        Assert.True((await world.MoveAsync(code, MoveKind.Drop, reason: "Batal", obstacle: "O4.1")).Succeeded);

        var cancelled = (await LoadAsync(world, Role.Staff)).Entries;
        Assert.Equal(open.Select(e => (e.Id, e.Version + 1)), cancelled.Select(e => (e.Id, e.Version)));
        Assert.All(cancelled, e => Assert.True(e.IsCancelled));
        world.Clock.Utc = FakeClock.Start.AddYears(1).AddDays(1);
        Assert.Empty((await LoadAsync(world, Role.Staff)).Entries);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Owner_OfASecret_IsFoundWhileItHolds(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var staff = world.Person(Role.Staff);

        var first = await MakeAsync(world);
        Assert.Equal(staff.Id, (await OwnerAsync(world, first))?.Id);
        var hash = await world.ReadAsync(db => db.CalendarAddresses.Select(a => a.SecretHash).SingleAsync());
        Assert.DoesNotContain(first, hash, StringComparison.Ordinal);
        Assert.All(await world.ReadAsync(db => db.AuditEntries.Select(e => e.Changes).ToListAsync()), changes => Assert.DoesNotContain(hash, changes, StringComparison.Ordinal));

        var second = await MakeAsync(world);
        Assert.Null(await OwnerAsync(world, first));
        Assert.Equal(staff.Id, (await OwnerAsync(world, second))?.Id);

        await LockAsync(world, staff.Id, FakeClock.Start.AddMinutes(15));
        Assert.NotNull(await OwnerAsync(world, second));
        await LockAsync(world, staff.Id, FakeClock.Start.AddYears(50));
        Assert.Null(await OwnerAsync(world, second));
        await LockAsync(world, staff.Id, null);

        Assert.True((await world.AsAsync<CalendarAddresses, Outcome<Done>>(Role.Staff, a => a.RevokeAsync(default))).Succeeded);
        Assert.Null(await OwnerAsync(world, second));
        Assert.Null(await world.AsAsync<CalendarAddresses, DateTime?>(Role.Staff, a => a.MadeAtAsync(default)));
        Assert.Null(await OwnerAsync(world, ""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Owner_WhoHasLeft_IsNotFound(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var secret = await MakeAsync(world);

        await world.WriteAsync(async db => (await db.Users.FindAsync(world.Person(Role.Staff).Id))!.IsActive = false);

        Assert.Null(await OwnerAsync(world, secret));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Make_InTwoWindowsAtOnce_KeepsOneAddress(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            world.AsAsync<CalendarAddresses, Outcome<string>>(Role.Staff, a => a.MakeAsync(default)))));

        var owners = await Task.WhenAll(made.Where(m => m.Succeeded).Select(m => OwnerAsync(world, m.Value)));
        Assert.Single(owners, owner => owner is not null);
    }

    private static Task<DeadlineCalendar> LoadAsync(World world, Role role, bool mine = false) =>
        world.AsAsync<DeadlineFeed, DeadlineCalendar>(role, feed => feed.LoadAsync(mine, default));

    private static Task<DeadlineCalendar?> OfProjectAsync(World world, string code) =>
        world.AsAsync<DeadlineFeed, DeadlineCalendar?>(Role.Staff, feed => feed.OfProjectAsync(code, default));

    private static async Task<string> MakeAsync(World world) =>
        (await world.AsAsync<CalendarAddresses, Outcome<string>>(Role.Staff, a => a.MakeAsync(default))).Value;

    /// <summary>Asked by nobody who is signed in.</summary>
    private static Task<Person?> OwnerAsync(World world, string secret) =>
        world.AsAsync<CalendarAddresses, Person?>(new Person(Guid.Empty, "", "id", [], [], []), a => a.FindOwnerAsync(secret, default));

    private static Task LockAsync(World world, Guid person, DateTime? until) =>
        world.WriteAsync(async db => (await db.Users.FindAsync(person))!.LockoutEnd = until is { } end ? new DateTimeOffset(end) : null);

    private static async Task<Project> ProjectAsync(World world, string code, Unit unit, Guid? owner = null)
    {
        var project = Project.Register(
            Samples.Details(unit, code) with { OwnerId = owner }, World.Templates.Current("generic")!, StateCodes.Identification, Today, FakeClock.Start);
        await world.WriteAsync(db => db.AddAsync(project).AsTask());
        return project;
    }

    private static Task AddAsync(World world, Project project, params DateOnly[] dates) => world.WriteAsync(db =>
    {
        db.AddRange(dates.Select(date => Samples.Deadline(project, date)));
        return Task.CompletedTask;
    });
}
