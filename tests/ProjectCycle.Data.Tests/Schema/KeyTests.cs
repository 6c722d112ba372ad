using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Schema;

/// <summary>The database itself refuses what may never be.</summary>
public sealed class KeyTests
{
    private static readonly DateOnly Due = new(2026, 4, 1);

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheProjectCodeIsTaken_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        await database.AddAsync(unit, Samples.Project(unit, "JMB-001"));

        await AssertRefusedAsync(database, Samples.Project(unit, "JMB-001"));
        await database.AddAsync(Samples.Project(unit, "JMB-002"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheUnitCodeIsTaken_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Unit("PMU"));

        await AssertRefusedAsync(database, Samples.Unit("PMU"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheOutboxKeyIsTaken_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Message("send-mail/1"));

        await AssertRefusedAsync(database, Message("send-mail/1"));
        await database.AddAsync(Message("send-mail/2"));

        static OutboxMessage Message(string key) =>
            new() { Kind = "send-mail", SubjectId = Guid.NewGuid(), Key = key, CreatedAt = FakeClock.Start, DueAt = FakeClock.Start };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheReminderStepIsTaken_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var project = Samples.Project(unit);
        var deadline = Samples.Deadline(project, Due);
        var person = Samples.User();
        await database.AddAsync(unit, project, deadline, person, Delivery(offset: 7, Due));

        await AssertRefusedAsync(database, Delivery(offset: 7, Due));
        await database.AddAsync(Delivery(offset: 1, Due), Delivery(offset: 7, Due.AddDays(3)), Delivery(offset: 7, Due, ReminderChannel.Bell));

        ReminderDelivery Delivery(int offset, DateOnly dueOn, ReminderChannel channel = ReminderChannel.Mail) =>
            new() { DeadlineId = deadline.Id, DueOn = dueOn, Offset = offset, RecipientId = person.Id, Channel = channel, OwedOn = dueOn, PlannedOn = dueOn, Suppressed = "collapsed" };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenThePlaceOfAPolicyIsTaken_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(new ReminderPolicy(), new ReminderPolicy { Kind = "by-hand" });

        await AssertRefusedAsync(database, new ReminderPolicy());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenAnItemIsConfirmedTwice_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var project = Samples.Project(unit);
        await database.AddAsync(unit, project, Confirmation());

        await AssertRefusedAsync(database, Confirmation());

        ChecklistConfirmation Confirmation() =>
            new() { ProjectId = project.Id, ItemCode = "land", ConfirmedById = Guid.NewGuid(), ConfirmedAt = FakeClock.Start };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenAnAuthorityIsAskedAgain_FailsWhileTheFirstRequestIsOpen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var project = Samples.Project(unit);
        var person = Samples.User();
        var withdrawn = Request("dprd");
        withdrawn.Withdraw(FakeClock.Start);
        await database.AddAsync(unit, person, project, withdrawn, Request("dprd"), Request("tkksd"));

        await AssertRefusedAsync(database, Request("dprd"));

        DecisionRequest Request(string authority) =>
            new() { ProjectId = project.Id, AuthorityCode = authority, AskedById = person.Id, AskedAt = FakeClock.Start, AskedOn = Due };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_WhenTheUnitDoesNotExist_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await AssertRefusedAsync(database, Samples.Project(Samples.Unit()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Delete_WhenAProjectStillBelongsToTheUnit_Fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        await database.AddAsync(unit, Samples.Project(unit));

        await using var db = database.Open();
        db.Remove(await db.Units.SingleAsync());

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Equal(1, await db.Units.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Edit_WhenRowsOfAProjectChange_StoresExactlyTheWantedRows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var (first, second) = (Samples.Partner(), Samples.Partner());
        var details = Samples.Details(unit) with { Partners = [(first.Id, PartnerRole.Funding)] };
        await database.AddAsync(unit, first, second, Samples.Project(details));

        await using (var db = database.Open())
        {
            var project = await db.Projects.Include(p => p.Partners).Include(p => p.Amounts).SingleAsync();
            project.Edit(details with { Partners = [(second.Id, PartnerRole.Funding), (first.Id, PartnerRole.Implementing)] });
            await db.SaveChangesAsync();
        }

        await using var after = database.Open();
        var rows = await after.Set<ProjectPartner>().ToListAsync();
        Assert.Equal(
            [(first.Id, PartnerRole.Implementing), (second.Id, PartnerRole.Funding)],
            rows.Select(r => (r.PartnerId, r.Role)).OrderByDescending(r => r.Role));
        Assert.Equal(second.Id, (await after.Projects.SingleAsync()).LeadPartnerId);
    }

    private static async Task AssertRefusedAsync(TestDatabase database, params object[] rows) =>
        await Assert.ThrowsAsync<DbUpdateException>(() => database.AddAsync(rows));
}
