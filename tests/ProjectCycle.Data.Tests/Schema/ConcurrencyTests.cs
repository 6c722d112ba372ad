using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Schema;

public sealed class ConcurrencyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenSomethingChanged_RaisesTheVersionByOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit());

        await RenameAsync(database, "second name");
        await RenameAsync(database, "third name");

        await using var db = database.Open();
        Assert.Equal(2, (await db.Units.SingleAsync()).Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheExpectedVersionIsStale_FailsAndKeepsTheFirstWriter(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit());
        await RenameAsync(database, "the first writer's");

        await using (var db = database.Open())
        {
            var unit = await db.Units.SingleAsync();
            unit.Name = "the second writer's, whose form showed version 0";
            db.Expect(unit, version: 0);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        }

        await using var after = database.Open();
        Assert.Equal("the first writer's", (await after.Units.SingleAsync()).Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheExpectedVersionIsStaleAndOnlyPartsChange_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit());
        await RenameAsync(database, "changed meanwhile");

        await using var db = database.Open();
        var unit = await db.Units.SingleAsync();
        db.Expect(unit, version: 0);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheExpectedVersionStands_Saves(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit());

        await using (var db = database.Open())
        {
            var unit = await db.Units.SingleAsync();
            db.Expect(unit, version: 0);
            unit.Name = "after the form was sent";
            await db.SaveChangesAsync();
        }

        await using var after = database.Open();
        Assert.Equal("after the form was sent", (await after.Units.SingleAsync()).Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTwoContextsHoldTheSameRow_OnlyTheFirstWins(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit());
        await using var one = database.Open();
        await using var two = database.Open();
        (await one.Units.SingleAsync()).Name = "one";
        (await two.Units.SingleAsync()).Name = "two";

        await one.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenAnotherWriterIsInItsTransaction_WaitsForIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = database.Open();
        await using var transaction = await first.Database.BeginTransactionAsync();
        first.Add(Samples.Unit("FIRST"));
        await first.SaveChangesAsync();

        var arrived = new Arrival();
        await using var second = database.Open(interceptors: arrived);
        second.Add(Samples.Unit("SECOND"));
        var saving = Task.Run(() => second.SaveChangesAsync());
        await arrived.AtTheDoor.WaitAsync(TimeSpan.FromSeconds(30));

        // Readers are not held up by a writer, and do not see what is not committed.
        await using (var reader = database.Open())
        {
            Assert.DoesNotContain("FIRST", await reader.Units.Select(u => u.Code).ToListAsync());
        }
        await transaction.CommitAsync();
        await saving;

        await using var after = database.Open();
        Assert.Equal(["FIRST", "SECOND"], await after.Units.Select(u => u.Code).Order().ToListAsync());
    }

    private static async Task RenameAsync(TestDatabase database, string name)
    {
        await using var db = database.Open();
        (await db.Units.SingleAsync()).Name = name;
        await db.SaveChangesAsync();
    }

    /// <summary>Tells when a save is about to open its transaction.</summary>
    private sealed class Arrival : DbTransactionInterceptor
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AtTheDoor => _arrived.Task;

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            _arrived.TrySetResult();
            return ValueTask.FromResult(result);
        }
    }
}
