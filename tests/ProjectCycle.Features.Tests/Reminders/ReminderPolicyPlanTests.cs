using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reminders;

/// <summary>What policies, leave and days off make of a morning, and what is settled between planning and sending.</summary>
public sealed class ReminderPolicyPlanTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Day = new(2026, 3, 4);

    private static readonly DateOnly Saturday = new(2026, 3, 7);

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenAPolicyFitsTheUnit_FollowsItInsteadOfTheDeadline(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var policy = new ReminderPolicy { UnitId = house.Unit.Id, Offsets = "90,3" };
        await house.Database.AddAsync(policy);
        await house.AddDeadlineAsync(Day.AddDays(60), offsets: "7");

        await house.PlanAsync(Day);

        var line = Assert.Single(await house.LedgerAsync());
        Assert.Equal((90, policy.Id, Day.AddDays(-30), Day), (line.Offset, line.PolicyId, line.OwedOn, line.PlannedOn));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenItStaysOverdue_ClimbsToManagersAndHead(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var manager = await house.AddManagerAsync();
        var head = await house.AddPersonAsync(Role.Reviewer);
        await house.Database.AddAsync(new ReminderPolicy { UnitId = house.Unit.Id, Offsets = "0", ManagersAfter = 3, HeadAfter = 7 });
        await house.ChangeAsync(async db => (await db.Units.SingleAsync()).HeadId = head.Id);
        await house.AddDeadlineAsync(Day);

        for (var day = 0; day <= 8; day++)
            await house.PlanAsync(Day.AddDays(day));

        Assert.Equal(
            [(0, house.Owner.Id, ReminderRole.Responsible), (-3, manager.Id, ReminderRole.Manager), (-7, head.Id, ReminderRole.Head)],
            (await house.LedgerAsync()).OrderByDescending(line => line.Offset).Select(line => (line.Offset, line.RecipientId, line.Role)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_DuringLeave_GoesToTheDelegateOnceAndSaysForWhom(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var standIn = await house.AddPersonAsync(Role.Staff);
        await house.Database.AddAsync(new Leave { UserId = house.Owner.Id, DelegateId = standIn.Id, From = Day, Until = Day.AddDays(2) });
        await house.AddDeadlineAsync(Day.AddDays(1), offsets: "1,-2");

        await house.PlanAsync(Day);
        Assert.True((await house.PlanAsync(Day.AddDays(2))).IsEmpty);
        await house.PlanAsync(Day.AddDays(3));

        Assert.Equal(
            [(1, house.Owner.Id, standIn.Id), (-2, house.Owner.Id, (Guid?)null)],
            (await house.LedgerAsync()).OrderByDescending(line => line.Offset).Select(line => (line.Offset, line.RecipientId, line.DelegateId)));
        var mails = await house.MailsAsync();
        Assert.Equal([standIn.Id, house.Owner.Id], mails.Select(m => m.RecipientId));
        Assert.Contains($"(untuk {house.Owner.DisplayName})", mails[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("(untuk", mails[1].Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenTheDelegateIsToldAnyway_MakesOneMailWithOneLineAndTwoRowsOfTheLedger(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var manager = await house.AddManagerAsync();
        await house.Database.AddAsync(new Leave { UserId = house.Owner.Id, DelegateId = manager.Id, From = Day, Until = Day });
        await house.AddDeadlineAsync(Day.AddDays(-1), offsets: "-1");

        await house.PlanAsync(Day);

        Assert.Single((await house.MailsAsync()).Single().Text.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.Equal(2, (await house.LedgerAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenTheDelegateHasLeft_GoesToThePersonAfterAll(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var standIn = await house.AddPersonAsync(Role.Staff);
        await house.Database.AddAsync(new Leave { UserId = house.Owner.Id, DelegateId = standIn.Id, From = Day, Until = Day });
        await house.ChangeAsync(async db => (await db.Users.SingleAsync(u => u.Id == standIn.Id)).IsActive = false);
        await house.AddDeadlineAsync(Day, offsets: "0");

        await house.PlanAsync(Day);

        Assert.Equal(house.Owner.Id, Assert.Single(await house.MailsAsync()).RecipientId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_OnADayOff_SendsOnlyWhatIsUrgentAndTheRestOnTheNextWorkingDay(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.Database.AddAsync(
            new ReminderPolicy { UnitId = house.Unit.Id, Offsets = "7,0", UrgentDays = 1, SkipsDaysOff = true },
            new Holiday { Date = Saturday.AddDays(2), Name = new LocalText("Own", "Sendiri"), Kind = "own", UnitId = house.Unit.Id });
        var (urgent, other) = (await house.AddDeadlineAsync(Saturday), await house.AddDeadlineAsync(Saturday.AddDays(7)));

        var preview = (await house.PlanAsync(Saturday, dryRun: true)).Planned;
        for (var day = 0; day <= 3; day++)
            await house.PlanAsync(Saturday.AddDays(day));

        Assert.Equal([null, Saturday.AddDays(3)], preview.OrderBy(p => p.DueOn).Select(p => p.HeldUntil));
        var sent = (await house.LedgerAsync()).Where(line => line.MailId is not null).ToDictionary(line => line.DeadlineId, line => line.PlannedOn);
        Assert.Equal((Saturday, Saturday.AddDays(3)), (sent[urgent.Id], sent[other.Id]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenSomethingIsUrgent_PutsItIntoAMailOfItsOwn(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.Database.AddAsync(new ReminderPolicy { UnitId = house.Unit.Id, Offsets = "7,1", UrgentDays = 1 });
        await house.AddDeadlineAsync(Day.AddDays(1));
        await house.AddDeadlineAsync(Day.AddDays(1));
        await house.AddDeadlineAsync(Day.AddDays(7));

        var summary = await house.PlanAsync(Day);

        Assert.Equal((2, 3), (summary.Mails, summary.Reminders));
        Assert.Single((await house.MailsAsync()).Select(m => m.Subject), subject => subject.StartsWith("Mendesak: 2 tenggat", StringComparison.Ordinal));
    }

    [Theory]
    [OnSqlite("done-in-time")]
    [OnSqlite("cancelled")]
    [OnSqlite("project-closed")]
    [OnSqlite("moved")]
    [OnPostgres("done-in-time")]
    [OnPostgres("project-closed")]
    public async Task Send_WhenNoneOfTheDeadlinesIsStillOpen_SuppressesTheMailWithTheReason(DatabaseProvider provider, string reason)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day, offsets: "0");
        await house.PlanAsync(Day);
        await house.ChangeAsync(async db =>
        {
            var deadline = await db.Deadlines.SingleAsync();
            if (reason == "done-in-time")
                deadline.MarkDone(Day, "");
            else if (reason == "moved")
                deadline.DueOn = Day.AddDays(30);
            else
                deadline.Cancel(FakeClock.Start);
        });
        if (reason == "project-closed")
            await CloseAsync(house);

        await house.SendAsync();

        var mail = Assert.Single(await house.MailsAsync());
        Assert.Equal((MailState.Suppressed, reason, 0), (mail.State, mail.Answer, mail.Attempts));
        Assert.Equal(reason, Assert.Single(await house.LedgerAsync()).Suppressed);
        Assert.Empty(house.Server.Taken);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Send_WhenOneOfSeveralDeadlinesIsStillOpen_GoesOut(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var done = await house.AddDeadlineAsync(Day, offsets: "0");
        await house.AddDeadlineAsync(Day, offsets: "0");
        await house.PlanAsync(Day);
        await house.ChangeAsync(async db => (await db.Deadlines.SingleAsync(d => d.Id == done.Id)).MarkDone(Day, ""));

        await house.SendAsync();

        Assert.Equal(MailState.Sent, Assert.Single(await house.MailsAsync()).State);
        Assert.All(await house.LedgerAsync(), line => Assert.Null(line.Suppressed));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Send_WhileTheServerIsSpokenTo_IsOnRecordAsSendingWithItsMessageId(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day, offsets: "0");
        await house.PlanAsync(Day);
        house.Server.Fates.Enqueue(Fate.DiesAfter);

        await house.SendAsync();
        var begun = Assert.Single(await house.MailsAsync());
        await house.ChangeAsync(async db => (await db.Deadlines.SingleAsync()).MarkDone(Day, ""));
        await house.SendAsync();

        Assert.Equal((MailState.Sending, 1, $"<{begun.Id:N}@localhost>"), (begun.State, begun.Attempts, begun.MessageId));
        Assert.Equal(MailState.Sent, Assert.Single(await house.MailsAsync()).State); // it may have arrived: never "not sent"
        Assert.Equal([begun.Id, begun.Id], house.Server.Taken);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Send_WhenTheServerStaysAway_EndsAsFailedWithTheLastAnswer(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day, offsets: "0");
        await house.PlanAsync(Day);
        for (var i = 0; i < ServerInTests.MostAttempts; i++)
        {
            house.Server.Fates.Enqueue(Fate.LaterPlease);
            await house.SendAsync();
        }

        var mail = Assert.Single(await house.MailsAsync());
        Assert.Equal((MailState.Failed, ServerInTests.MostAttempts, "451 later"), (mail.State, mail.Attempts, mail.Answer));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenTheProjectIsClosed_PutsThatOnRecord(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day, offsets: "0");
        await CloseAsync(house);

        await house.PlanAsync(Day);

        Assert.Equal(SuppressionReasons.ProjectClosed, Assert.Single(await house.LedgerAsync()).Suppressed);
        Assert.Empty(await house.MailsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_ForTwoPeopleOfOneName_TellsEachOfTheirOwn(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var people = new[] { await house.AddPersonAsync(Role.Staff, name: "Siti Rahma"), await house.AddPersonAsync(Role.Finance, name: "Siti Rahma") };
        foreach (var person in people)
            await house.AddDeadlineAsync(Day, offsets: "0", responsibleId: person.Id);

        await house.PlanAsync(Day);

        Assert.Equal(people.Select(p => (p.Id, p.Email!)).Order(), (await house.MailsAsync()).Select(m => (m.RecipientId, m.Address)).Order());
    }

    [Theory]
    [OnSqlite("siti@kota-jämbi.test")]
    [OnSqlite("štěpán@jambi.test")]
    [OnPostgres("štěpán@jambi.test")]
    public async Task Plan_ForAnInternationalAddress_KeepsItAsItIs(DatabaseProvider provider, string address)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.ChangeOwnerAsync(owner => owner.Email = address);
        await house.AddDeadlineAsync(Day, offsets: "0");

        await house.PlanAsync(Day);
        await house.SendAsync();

        var mail = Assert.Single(await house.MailsAsync());
        Assert.Equal((address, MailState.Sent), (mail.Address, mail.State));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WithManyDeadlinesFarAhead_ReadsOnlyThoseThatMayBeDue(DatabaseProvider provider)
    {
        var rows = new RowsRead();
        await using var house = await ReminderHouse.CreateAsync(provider, hook: rows);
        await house.Database.AddAsync([.. Enumerable.Range(0, 300).Select(i => house.Deadline(Day.AddDays(31 + i)))]);
        await house.AddDeadlineAsync(Day.AddDays(30));
        await house.AddDeadlineAsync(Day.AddDays(-5));

        await house.PlanAsync(Day);

        Assert.InRange(rows.OfDeadlines, 2, 12);
    }

    /// <summary>Counts the rows that queries over deadlines handed over.</summary>
    private sealed class RowsRead : DbCommandInterceptor
    {
        private int _rows;

        public int OfDeadlines => _rows;

        public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            if (command.CommandText.Contains("FROM \"Deadlines\"", StringComparison.Ordinal))
                Interlocked.Add(ref _rows, eventData.ReadCount);
            return result;
        }
    }

    private static Task CloseAsync(ReminderHouse house) =>
        house.ChangeAsync(db => db.Projects.ExecuteUpdateAsync(set => set.SetProperty(p => p.State, "closed")));
}
