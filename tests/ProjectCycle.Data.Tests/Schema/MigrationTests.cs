using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reminders;
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

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_WhenMovesAreOlderThanTheirStays_CountsThem(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit("JMB");
        var project = Samples.Project(unit, "JMB-1");
        await database.AddAsync(
            unit,
            project,
            Move(project, null, "identification", new DateOnly(2026, 1, 5), second: 0),
            Move(project, "identification", "preparation", new DateOnly(2026, 3, 1), second: 1),
            Move(project, "preparation", "appraisal", new DateOnly(2026, 3, 1), second: 2));
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync("Initial");

        await db.MigrateAsync();

        var moves = await db.Set<StageMove>().AsNoTracking().OrderBy(m => m.RecordedAt).ToListAsync();
        Assert.Equal([null, 55, 0], moves.Select(m => m.Stayed));
        Assert.All(moves, move => Assert.Equal(project.TemplateId, move.TemplateId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_WhenRemindersAreOlderThanTheLedger_KeepsThemWithTheDayTheyWereOwed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (unit, person) = (Samples.Unit("JMB"), Samples.User());
        var project = Samples.Project(unit, "JMB-1");
        var deadline = Samples.Deadline(project, new DateOnly(2026, 3, 4));
        await database.AddAsync(unit, person, project, deadline);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync("Work");
        await OldDeliveryAsync(db, deadline, person.Id, offset: 7);
        await OldDeliveryAsync(db, deadline, person.Id, offset: -1);

        await db.MigrateAsync();

        var rows = await db.ReminderDeliveries.AsNoTracking().OrderBy(r => r.OwedOn).ToListAsync();
        Assert.Equal([new DateOnly(2026, 2, 25), new DateOnly(2026, 3, 5)], rows.Select(r => r.OwedOn));
        Assert.All(rows, row => Assert.Equal((ReminderChannel.Mail, ReminderRole.Responsible, person.Id, "left"), (row.Channel, row.Role, row.RecipientId, row.Suppressed)));
    }

    private static Task<int> OldDeliveryAsync(AppDbContext db, Deadline deadline, Guid personId, int offset) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO "ReminderDeliveries" ("DeadlineId", "DueOn", "Offset", "RecipientId", "PlannedOn", "Suppressed")
            VALUES ({deadline.Id}, {deadline.DueOn}, {offset}, {personId}, {deadline.DueOn}, 'left')
            """);

    private static StageMove Move(Project project, string? from, string to, DateOnly on, int second) => new()
    {
        ProjectId = project.Id,
        TemplateId = "",
        TemplateVersion = 1,
        Kind = from is null ? null : MoveKind.Advance,
        From = from,
        To = to,
        On = on,
        RecordedAt = FakeClock.Start.AddSeconds(second),
        MovedById = null,
    };

    private static Task<int> CountAsync(AppDbContext db, string table) =>
#pragma warning disable EF1002 // Table names come from the model.
        db.Database.SqlQueryRaw<int>($"""SELECT COUNT(*) AS "Value" FROM "{table}" """).SingleAsync();
#pragma warning restore EF1002
}
