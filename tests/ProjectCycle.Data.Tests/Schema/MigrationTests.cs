using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Schema;

public sealed class MigrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Model_WhenComparedWithItsMigrations_HasNothingPending(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(provider);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: run tests/migrations NAME.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_WhenTheDatabaseIsEmpty_MakesEveryTable(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(provider);
        await using var db = database.Open();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Units.CountAsync());

        await db.MigrateAsync();

        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
            Assert.Equal(0, await CountAsync(db, table));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_WhenRunAgain_KeepsWhatIsThere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit("KEEP"));
        await using var db = database.Open();

        await db.MigrateAsync();

        Assert.Equal("KEEP", (await db.Set<Unit>().SingleAsync()).Code);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_WhenTwoNodesStartTogether_TakesTurns(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(provider);

        await Task.WhenAll(Task.Run(MigrateAsync), Task.Run(MigrateAsync));

        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());

        async Task MigrateAsync()
        {
            await using var node = database.Open();
            await node.MigrateAsync();
        }
    }

    private static Task<int> CountAsync(AppDbContext db, string table) =>
#pragma warning disable EF1002 // Table names come from the model.
        db.Database.SqlQueryRaw<int>($"""SELECT COUNT(*) AS "Value" FROM "{table}" """).SingleAsync();
#pragma warning restore EF1002
}
