using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reminders;

public sealed class PlanRemindersTests
{
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenRunTwiceOnOneDay_WritesOneMailAndOneMessage(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day.AddDays(7));

        var first = await house.PlanAsync(Day);
        var second = await house.PlanAsync(Day);

        Assert.Equal((1, 1, 2), (first.Mails, first.Reminders, first.Collapsed));
        Assert.True(second.IsEmpty);
        var mail = Assert.Single(await house.MailsAsync());
        Assert.Equal((house.Owner.Id, house.Owner.Email), (mail.RecipientId, mail.Address));
        await using var db = house.Database.Open();
        Assert.Equal(mail.Id, (await db.Outbox.SingleAsync()).SubjectId);
        Assert.Equal([(7, mail.Id, null), (14, null, "collapsed"), (30, null, "collapsed")], await house.DeliveriesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenOffForThreeDays_CatchesUpWithOneMail(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        for (var days = 0; days < 3; days++)
            await house.AddDeadlineAsync(Day.AddDays(7 + days));
        await house.PlanAsync(Day.AddDays(-1));

        var summary = await house.PlanAsync(Day.AddDays(2));

        Assert.Equal((1, 3), (summary.Mails, summary.Reminders));
        Assert.True((await house.PlanAsync(Day.AddDays(2))).IsEmpty);
        Assert.Equal(2, (await house.MailsAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenRunDaily_SendsEachStepOnItsDay(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day, offsets: "3,0,-2");
        var sentOn = new List<int>();

        for (var day = -5; day <= 5; day++)
        {
            if (!(await house.PlanAsync(Day.AddDays(day))).IsEmpty)
                sentOn.Add(day);
        }

        Assert.Equal([-3, 0, 2], sentOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenTheDueDateMoves_RemindsAnew(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var deadline = await house.AddDeadlineAsync(Day.AddDays(7));
        await house.PlanAsync(Day);
        await using (var db = house.Database.Open())
        {
            (await db.Deadlines.FindAsync(deadline.Id))!.DueOn = Day.AddDays(14);
            await db.SaveChangesAsync();
        }

        var summary = await house.PlanAsync(Day);

        Assert.Equal((1, 1), (summary.Mails, summary.Reminders));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenDoneOrCancelled_IsSilent(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var (done, cancelled) = (await house.AddDeadlineAsync(Day), await house.AddDeadlineAsync(Day));
        await using (var db = house.Database.Open())
        {
            (await db.Deadlines.FindAsync(done.Id))!.MarkDone(Day, "");
            (await db.Deadlines.FindAsync(cancelled.Id))!.Cancel(FakeClock.Start);
            await db.SaveChangesAsync();
        }

        Assert.True((await house.PlanAsync(Day)).IsEmpty);
    }

    [Theory]
    [OnSqlite("left")]
    [OnSqlite("locked")]
    [OnSqlite("no-access")]
    [OnPostgres("left")]
    [OnPostgres("locked")]
    [OnPostgres("no-access")]
    public async Task Plan_WhenSomebodyCannotBeMailed_PutsTheReasonOnRecordOnce(DatabaseProvider provider, string reason)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day.AddDays(7), offsets: "7");
        await house.ChangeOwnerAsync(owner =>
        {
            owner.IsActive = reason != "left";
            owner.LockoutEnd = reason == "locked" ? DateTimeOffset.MaxValue : null;
            if (reason == "no-access")
                owner.Units.Clear();
        });

        var first = await house.PlanAsync(Day);
        var second = await house.PlanAsync(Day);

        Assert.Equal((0, 1), (first.Mails, first.Suppressed));
        Assert.True(second.IsEmpty);
        Assert.Empty(await house.MailsAsync());
        Assert.Equal([(7, null, reason)], await house.DeliveriesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenSomebodyHasNoAddress_TellsThemByTheBellOnce(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day.AddDays(7), offsets: "7");
        await house.ChangeOwnerAsync(owner => owner.Email = null);

        var first = await house.PlanAsync(Day);
        Assert.True((await house.PlanAsync(Day)).IsEmpty);

        Assert.Equal((0, 1), (first.Mails, first.Suppressed));
        Assert.Equal(
            [(ReminderChannel.Mail, SuppressionReasons.NoAddress), (ReminderChannel.Bell, null)],
            (await house.LedgerAsync()).OrderBy(line => line.Channel).Select(line => (line.Channel, line.Suppressed)));
        await using var db = house.Database.Open();
        var notice = await db.Notices.SingleAsync();
        Assert.Equal((house.Owner.Id, 1, 0), (notice.PersonId, notice.Count, notice.Late));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenLockedOutForMinutesByWrongPasswords_StillMails(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day);
        await house.ChangeOwnerAsync(owner => owner.LockoutEnd = new DateTimeOffset(FakeClock.Start.AddMinutes(15)));

        Assert.Equal(1, (await house.PlanAsync(Day)).Mails);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenOverdue_TellsTheManagersToo(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var manager = await house.AddManagerAsync();
        await house.AddDeadlineAsync(Day.AddDays(1), offsets: "1,0,-1");

        await house.PlanAsync(Day.AddDays(1));
        Assert.Equal([house.Owner.Id], (await house.MailsAsync()).Select(m => m.RecipientId));

        await house.PlanAsync(Day.AddDays(2));
        Assert.Equal([house.Owner.Id, house.Owner.Id, manager.Id], (await house.MailsAsync()).Select(m => m.RecipientId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenAPersonIsResponsible_GoesToThemInsteadOfTheOwner(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var responsible = Samples.User(roles: [Role.Finance], units: house.Unit);
        await house.Database.AddAsync(responsible);
        await house.AddDeadlineAsync(Day, responsibleId: responsible.Id);

        await house.PlanAsync(Day);

        Assert.Equal(responsible.Id, Assert.Single(await house.MailsAsync()).RecipientId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenNobodyOwnsTheProject_GoesToTheManagers(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider, hasOwner: false);
        var manager = await house.AddManagerAsync();
        await house.AddDeadlineAsync(Day.AddDays(7));

        await house.PlanAsync(Day);

        Assert.Equal(manager.Id, Assert.Single(await house.MailsAsync()).RecipientId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenTheOwnerHasLeft_TellsTheManagersFromTheStart(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        var manager = await house.AddManagerAsync();
        await house.AddDeadlineAsync(Day.AddDays(7));
        await house.ChangeOwnerAsync(owner => owner.IsActive = false);

        var summary = await house.PlanAsync(Day);

        Assert.Equal((1, 1), (summary.Mails, summary.Suppressed));
        Assert.Equal(manager.Id, Assert.Single(await house.MailsAsync()).RecipientId);
    }

    [Theory]
    [OnSqlite(0, 0)]
    [OnSqlite(1, 1)]
    [OnSqlite(15, 1)]
    [OnSqlite(16, 1)]
    [OnSqlite(500, 1)]
    [OnSqlite(1001, 1)]
    [OnPostgres(0, 0)]
    [OnPostgres(16, 1)]
    [OnPostgres(501, 1)]
    public async Task Plan_WhenManyAreOwed_PutsAllIntoOneMailEarliestFirst(DatabaseProvider provider, int count, int mails)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.Database.AddAsync([.. Enumerable.Range(0, count).Select(i => house.Deadline(Day.AddDays(7 - (i % 8)), offsets: "7"))]);

        var summary = await house.PlanAsync(Day);

        Assert.Equal((mails, count), (summary.Mails, summary.Reminders));
        var texts = (await house.MailsAsync()).Select(m => m.Text).ToList();
        Assert.Equal(mails, texts.Count);
        if (count == 0)
            return;
        var lines = texts[0].Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Math.Min(count, PlanReminders.MostLines), lines.Count);
        Assert.Contains(count == 1 ? "11 Maret" : "4 Maret", lines[0], StringComparison.Ordinal);
        Assert.Contains("11 Maret", count > PlanReminders.MostLines ? "11 Maret" : lines[^1], StringComparison.Ordinal);
        Assert.Equal(count > PlanReminders.MostLines, texts[0].Contains("Dan 1 tenggat lagi", StringComparison.Ordinal));
    }

    [Theory]
    [OnSqlite("en", "[JMB-1] Progress report: due 11 March 2026", "Identification")]
    [OnSqlite("id", "[JMB-1] Laporan kemajuan: jatuh tempo 11 Maret 2026", "Identifikasi")]
    [OnPostgres("en", "[JMB-1] Progress report: due 11 March 2026", "Identification")]
    public async Task Plan_ForEachReader_SpeaksTheirLanguageAndNamesProjectThingAndDate(DatabaseProvider provider, string language, string subject, string stage)
    {
        await using var house = await ReminderHouse.CreateAsync(provider, code: "JMB-1");
        await house.ChangeOwnerAsync(owner => owner.Language = language);
        await house.AddDeadlineAsync(Day.AddDays(7));

        await house.PlanAsync(Day);

        var mail = Assert.Single(await house.MailsAsync());
        Assert.Equal((subject, language), (mail.Subject, mail.Language));
        Assert.Contains(stage, mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://pmu.test/projects/JMB-1/deadlines", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://pmu.test/deadlines?mine=true", System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_ForAZone_LeavesOtherZonesAlone(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddDeadlineAsync(Day);

        Assert.True((await house.PlanAsync(Day, zone: IndonesianZone.Wit)).IsEmpty);
        Assert.Equal(1, (await house.PlanAsync(Day, zone: IndonesianZone.Wib)).Mails);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenDry_ListsWhoWhatAndWhyAndWritesNothing(DatabaseProvider provider)
    {
        await using var house = await ReminderHouse.CreateAsync(provider, code: "JMB-1");
        await house.AddDeadlineAsync(Day.AddDays(7));

        var summary = await house.PlanAsync(Day, dryRun: true);

        var planned = Assert.Single(summary.Planned);
        Assert.Equal((house.Owner.DisplayName, house.Owner.Email, "JMB-1", Day.AddDays(7), 7, null), (planned.Recipient, planned.Address, planned.ProjectCode, planned.DueOn, planned.Offset, planned.Suppressed));
        Assert.Empty(await house.MailsAsync());
        Assert.Empty(await house.DeliveriesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenSeveralNodesPlanAtOnce_SendsOnce(DatabaseProvider provider)
    {
        const int nodes = 6;
        await using var house = await ReminderHouse.CreateAsync(provider);
        await house.AddManagerAsync();
        await house.Database.AddAsync([.. Enumerable.Range(0, 40).Select(i => house.Deadline(Day.AddDays(-i)))]);

        // Many rounds, as nodes that lock each other's rows in different orders block each other only now and then.
        for (var morning = Day; morning < Day.AddDays(8); morning = morning.AddDays(1))
        {
            var runs = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => Task.Run(() => house.PlanAsync(morning))));

            Assert.All(runs, run => Assert.Empty(run.Failures));
            Assert.Equal(2, runs.Sum(run => run.Mails));
        }
        Assert.Equal(2 * 8, (await house.MailsAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenAnotherNodeWinsBetweenLookAndSave_WritesOnlyTheRest(DatabaseProvider provider)
    {
        var hook = new BeforeSave();
        await using var house = await ReminderHouse.CreateAsync(provider, hook: hook);
        await house.AddDeadlineAsync(Day.AddDays(7));
        hook.Once = async () => Assert.Equal(1, (await house.PlanAsync(Day)).Mails);

        var loser = await house.PlanAsync(Day);

        Assert.True(loser.IsEmpty);
        Assert.Single(await house.MailsAsync());
        Assert.Equal(3, (await house.DeliveriesAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Plan_WhenOnePersonsMailCannotBeWritten_RemindsTheOthersAndSaysSo(DatabaseProvider provider)
    {
        var hook = new BeforeSave();
        await using var house = await ReminderHouse.CreateAsync(provider, hook: hook);
        await house.AddManagerAsync();
        await house.AddDeadlineAsync(Day.AddDays(-1));
        hook.Once = () => throw new InvalidOperationException("no words");

        var summary = await house.PlanAsync(Day);

        Assert.Contains("no words", Assert.Single(summary.Failures), StringComparison.Ordinal);
        Assert.Equal(1, summary.Mails);
        Assert.Equal(1, (await house.PlanAsync(Day)).Mails);
    }
}
