using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.Audit;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Testing;

/// <summary>Promises the other tests build on.</summary>
public sealed class TestHouseTests
{
    [Theory]
    [InlineData("Host=x", null, false)]
    [InlineData("Host=x", "true", false)]
    [InlineData(null, null, true)]
    [InlineData("", "false", true)]
    [InlineData(null, "true", false)]
    public void WhySkip_WhenNoServerIsGiven_SkipsOnALaptopAndNeverOnCi(string? address, string? ci, bool skips) =>
        Assert.Equal(skips, PostgresServer.WhySkip(address, ci) is not null);

    [Theory, OnSqlite, OnPostgres]
    public async Task CreateAsync_WhenTwoAreMade_TheyShareNothing(DatabaseProvider provider)
    {
        await using var one = await TestDatabase.CreateAsync(provider);
        await using var two = await TestDatabase.CreateAsync(provider);

        await one.AddAsync(Samples.Unit());

        await using var db = two.Open();
        Assert.Equal(0, await db.Units.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task BorrowAsync_WhenAnEarlierTestLeftRows_FindsNone(DatabaseProvider provider)
    {
        await using (var earlier = await TestDatabase.BorrowAsync(provider))
        {
            var unit = Samples.Unit();
            await earlier.AddAsync(unit, Samples.Project(unit));
        }

        await using var later = await TestDatabase.BorrowAsync(provider);

        await using var db = later.Open();
        Assert.Equal((0, 0, 0), (await db.Units.CountAsync(), await db.Projects.CountAsync(), await db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task DisposeAsync_WhenTheTestIsOver_LeavesNoFile()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await database.AddAsync(Samples.Unit());

        await database.DisposeAsync();

        Assert.False(Directory.Exists(database.Folder));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Queries_WhenTheServicesAskTheDatabase_AreCounted(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);
        await services.Database.AddAsync(Samples.Unit());
        Assert.Equal(0, services.Queries.Count);

        await services.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            await db.Units.ToListAsync();
            await db.Units.CountAsync();
            await db.Units.ExecuteUpdateAsync(rows => rows.SetProperty(u => u.Name, "x"));
        });

        Assert.Equal(3, services.Queries.Count);
        Assert.Contains("UPDATE", services.Queries.Commands[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task InScopeAsync_WhenAnActorIsGiven_TheScopeActsAsThem()
    {
        await using var services = await TestServices.CreateAsync(DatabaseProvider.Sqlite);
        var siti = new Actor { UserId = Guid.CreateVersion7(), Name = "Siti" };

        var name = await services.InScopeAsync(scope => Task.FromResult(scope.GetRequiredService<AppDbContext>().Actor.Name), siti);

        Assert.Equal("Siti", name);
    }

    [Fact]
    public void Clock_WhenMoved_ShowsTheNewMoment()
    {
        var clock = new FakeClock();

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(FakeClock.Start.AddDays(1), clock.GetUtcNow().UtcDateTime);
        Assert.Throws<ArgumentException>(() => clock.Utc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local));
    }
}
