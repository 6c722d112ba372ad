using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reminders;

/// <summary>On the fourth of March 2026.</summary>
public sealed class CertificateQueryTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Load_ForAPeriod_TellsWhatBecameOfEachDeadlineAndWhoWasTold(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var met = await AddAsync(world, code, "Dipenuhi", Today.AddDays(-2));
        await AddAsync(world, code, "Terlewat", Today.AddDays(-3));
        await AddAsync(world, code, "Nanti", Today.AddDays(2));
        await AddAsync(world, code, "Di luar", Today.AddDays(9));
        var waived = await AddAsync(world, code, "Dibebaskan", Today.AddDays(1));
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(met, new DeadlineMet { On = Today.AddDays(-1), Note = "Lewat surel" }, 0, default))).Value;
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Manager, s => s.WaiveAsync(waived, "Tidak perlu", 0, default))).Value;
        await RemindAsync(world, met, MailState.Sent, "250 Ok");

        var certificate = await LoadAsync(world, Role.Manager, new CertificateFilter { From = Today.AddDays(-5), To = Today.AddDays(5), Project = code });

        Assert.Equal(
            [("Terlewat", DeadlineEnd.Overdue, 3, 0), ("Dipenuhi", DeadlineEnd.Late, 1, 1), ("Dibebaskan", DeadlineEnd.Waived, null, 0), ("Nanti", DeadlineEnd.Coming, (int?)null, 0)],
            certificate.Deadlines.Select(d => (d.Title, d.End, d.DaysLate, d.Sent)));
        Assert.Equal(("Lewat surel", "Tidak perlu"), (certificate.Deadlines[1].Note, certificate.Deadlines[2].Note));
        var told = Assert.Single(certificate.Reminders);
        Assert.Equal((met, MailState.Sent, "250 Ok", new DateTime(2026, 2, 28, 23, 0, 0, DateTimeKind.Utc)), (told.DeadlineId, told.State, told.Answer, told.SentAt));
        Assert.Equal([("from", "2026-02-27"), ("to", "2026-03-09"), ("project", code)], certificate.Cover.Filters);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Load_ForSomebodyElsesProjects_IsEmpty(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await RemindAsync(world, await AddAsync(world, code, "Rahasia", Today), MailState.Sent, "250 Ok");
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Manager);
        var filter = new CertificateFilter { From = Today.AddDays(-5), To = Today.AddDays(5) };

        var theirs = await world.AsAsync<CertificateQuery, ReminderCertificate>(stranger, q => q.LoadAsync(filter, "id", default));
        var observers = await LoadAsync(world, Role.Observer, filter);

        Assert.Empty(theirs.Deadlines);
        Assert.Empty(theirs.Reminders);
        Assert.Empty(observers.Deadlines);
        Assert.Single((await LoadAsync(world, Role.Auditor, filter)).Deadlines);
    }

    [Theory]
    [InlineData("", "2026-03-01", "2026-03-04")]
    [InlineData("?from=2026-01-01&to=2026-01-31", "2026-01-01", "2026-01-31")]
    [InlineData("?from=2026-02-01&to=2026-01-01", "2026-01-01", "2026-02-01")]
    [InlineData("?from=gestern&unit=x", "2026-03-01", "2026-03-04")]
    public void Parse_OfAnyQuery_IsAPeriod(string query, string from, string to)
    {
        var filter = CertificateFilter.Parse(query, new FakeClock());

        Assert.Equal((from, to), (filter.From.Iso(), filter.To.Iso()));
        Assert.Equal(filter, CertificateFilter.Parse(filter.ToQuery(), new FakeClock()));
    }

    [Theory]
    [InlineData(null, false, false, DeadlineEnd.Overdue)]
    [InlineData("2026-03-01", false, false, DeadlineEnd.InTime)]
    [InlineData("2026-03-02", false, false, DeadlineEnd.Late)]
    [InlineData(null, false, true, DeadlineEnd.Cancelled)]
    [InlineData(null, true, true, DeadlineEnd.Waived)]
    [InlineData("2026-03-02", false, true, DeadlineEnd.Late)] // what was met stays met when its project ends
    public void EndOf_OnTheFourthOfMarch_SaysHowItEnded(string? doneOn, bool isWaived, bool isCancelled, DeadlineEnd end) =>
        Assert.Equal(end, CertifiedDeadline.EndOf(new DateOnly(2026, 3, 1), doneOn is null ? null : DateOnly.Parse(doneOn, System.Globalization.CultureInfo.InvariantCulture), isWaived, isCancelled, Today));

    private static Task<ReminderCertificate> LoadAsync(World world, Role role, CertificateFilter filter) =>
        world.AsAsync<CertificateQuery, ReminderCertificate>(role, q => q.LoadAsync(filter, Languages.Indonesian, default));

    private static async Task<Guid> AddAsync(World world, string code, string title, DateOnly due) =>
        (await world.AsAsync<SetDeadline, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, new DeadlineInput { Title = title, DueOn = due }, default))).Value;

    private static Task RemindAsync(World world, Guid deadline, MailState state, string answer) => world.WriteAsync(async db =>
    {
        var person = world.Person(Role.Staff);
        var mail = new OutgoingMail
        {
            RecipientId = person.Id,
            Address = "staff@demo.local",
            RecipientName = person.Name,
            Language = Languages.Indonesian,
            Subject = "s",
            Text = "t",
            Html = "h",
            CreatedAt = FakeClock.Start,
            State = state,
            Answer = answer,
            SentAt = new DateTime(2026, 2, 28, 23, 0, 0, DateTimeKind.Utc),
            Attempts = 1,
        };
        var due = (await db.Deadlines.SingleAsync(d => d.Id == deadline)).DueOn;
        db.Add(mail);
        db.Add(new ReminderDelivery { DeadlineId = deadline, DueOn = due, Offset = 1, RecipientId = person.Id, OwedOn = due.AddDays(-1), PlannedOn = due.AddDays(-1), MailId = mail.Id });
    });
}
