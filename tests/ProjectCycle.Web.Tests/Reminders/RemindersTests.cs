using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Reminders;

public sealed class RemindersTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Fact]
    public async Task Certificate_ForAProject_ListsItsDeadlinesAndIsMadeAsAWorkbook()
    {
        var (manager, _) = await office.PersonAsync(Role.Manager);
        var page = $"/reminders/certificate?from=2026-01-01&to=2030-12-31&project={FurnishedOffice.Code}";

        var answer = await manager.GetAsync(page);
        var export = await manager.SubmitAsync(page, $"{page}&handler=Export");

        Assert.Contains("Who was told", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"/projects/{FurnishedOffice.Code}/deadlines", answer.Text, StringComparison.Ordinal);
        Assert.Equal("/reports", export.Location);
        Assert.Contains("The period", (await manager.GetAsync("/reports")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OfAFailedMail_ShowsStateAttemptsAnswerAndMessageId()
    {
        var (manager, _) = await office.PersonAsync(Role.Manager);
        var (_, recipient) = await office.PersonAsync(Role.Staff);
        var mail = await MailAsync(recipient, MailState.Failed, "550 no such person");
        await LineAsync(recipient, mail.Id);

        var answer = await manager.GetAsync($"/reminders?person={recipient.Id}&state=Failed&project={FurnishedOffice.Code}");

        Assert.Contains("550 no such person", answer.Text, StringComparison.Ordinal);
        Assert.Contains("3 attempts", answer.Text, StringComparison.Ordinal);
        Assert.Contains(mail.MessageId, System.Net.WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        Assert.Contains("1 reminder<", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=Sent", false)]
    [InlineData("state=Suppressed", true)]
    [InlineData("from=2026-03-05", false)]
    [InlineData("until=2026-03-03", false)]
    [InlineData("from=2026-03-04&until=2026-03-04", true)]
    [InlineData("project=JMB-2", false)]
    public async Task Ledger_WhenFiltered_ShowsOnlyWhatFits(string filter, bool isThere)
    {
        var (auditor, _) = await office.PersonAsync(Role.Auditor);
        var (_, recipient) = await office.PersonAsync(Role.Staff);
        await LineAsync(recipient, mailId: null, SuppressionReasons.Left);

        var answer = await auditor.GetAsync($"/reminders?person={recipient.Id}&{filter}");

        Assert.Equal(isThere, answer.Text.Contains("person has left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ledger_OfSomebodyOnLeave_NamesTheDelegateAndForWhom()
    {
        var (auditor, _) = await office.PersonAsync(Role.Auditor);
        var (_, away) = await office.PersonAsync(Role.Staff);
        var (_, standIn) = await office.PersonAsync(Role.Staff);
        await LineAsync(away, mailId: null, SuppressionReasons.Collapsed, standIn.Id);

        var answer = await auditor.GetAsync($"/reminders?person={standIn.Id}");

        Assert.Contains($"for {away.DisplayName}, Responsible person", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_ForAManagerOfAnotherUnit_IsEmpty()
    {
        var (_, recipient) = await office.PersonAsync(Role.Staff);
        await LineAsync(recipient, mailId: null, SuppressionReasons.Left);
        var (stranger, _) = await office.Program.SignedInAsync(Role.Manager);

        Assert.DoesNotContain(FurnishedOffice.Code, (await stranger.GetAsync("/reminders")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OnOnePage_AsksThreeQueriesForItsContent()
    {
        var (manager, _) = await office.PersonAsync(Role.Manager);
        await manager.GetAsync("/reminders");
        office.Program.Queries.Reset();

        await manager.GetAsync("/reminders");

        var asked = office.Program.Queries.Commands.Where(sql => sql.Contains("\"ReminderDeliveries\"", StringComparison.Ordinal) || sql.Contains("\"DisplayName\"", StringComparison.Ordinal)).ToList();
        Assert.InRange(asked.Count, 2, 3);
    }

    [Fact]
    public async Task Policy_WhenMadeChangedAndRemoved_StandsInTheListMeanwhile()
    {
        var (manager, _) = await office.PersonAsync(Role.Manager);

        var made = await manager.SubmitAsync(
            "/reminders/policies/new", "/reminders/policies/new",
            ("Input.UnitId", $"{office.Unit.Id}"), ("Input.TemplateId", "kfw"), ("Input.Offsets", "1, 90 7"), ("Input.Repeat", "EveryThreeDays"),
            ("Input.Audience", "Responsible"), ("Input.ManagersAfter", "3"), ("Input.HeadAfter", "10"), ("Input.SkipsDaysOff", "true"));

        Assert.Equal("/reminders/policies", made.Location);
        var policy = await office.Program.ReadAsync(db => db.ReminderPolicies.AsNoTracking().SingleAsync(p => p.TemplateId == "kfw"));
        Assert.Equal(("90,7,1", OverdueRepeat.EveryThreeDays, 3, 10, true), (policy.Offsets, policy.Repeat, policy.ManagersAfter, policy.HeadAfter, policy.SkipsDaysOff));
        var list = await manager.GetAsync("/reminders/policies");
        Assert.Contains("90, 7, 1; every three days", list.Text, StringComparison.Ordinal);
        Assert.Contains("Everything else (built in)", list.Text, StringComparison.Ordinal);

        await manager.SubmitAsync($"/reminders/policies/{policy.Id}", $"/reminders/policies/{policy.Id}?handler=Remove&version=0");
        Assert.False(await office.Program.ReadAsync(db => db.ReminderPolicies.AnyAsync(p => p.Id == policy.Id)));
    }

    [Theory]
    [InlineData("Input.Offsets", "a week", "Whole numbers")]
    [InlineData("Input.Offsets", "400", "Whole numbers")]
    [InlineData("Input.HeadAfter", "1", "no earlier than the managers")]
    [InlineData("Input.Audience", "", "Please fill this in")]
    public async Task Policy_WhenSomethingIsWrong_SaysSoAndIsNotSaved(string field, string value, string sentence)
    {
        var (manager, _) = await office.PersonAsync(Role.Manager);
        var fields = new Dictionary<string, string> { ["Input.UnitId"] = $"{office.Unit.Id}", ["Input.Kind"] = "signing", ["Input.Audience"] = "Owner", ["Input.ManagersAfter"] = "3", [field] = value };

        var answer = await manager.SubmitAsync("/reminders/policies/new", "/reminders/policies/new", [.. fields.Where(f => f.Value.Length > 0).Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_OfAnotherUnit_LooksLikeOneThatIsNotThere()
    {
        var other = Samples.Unit();
        var policy = new ReminderPolicy { UnitId = other.Id };
        await office.Program.WriteAsync(other, policy);
        var (manager, _) = await office.PersonAsync(Role.Manager);

        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/reminders/policies/{policy.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.SubmitAsync("/", $"/reminders/policies/{policy.Id}?handler=Remove&version=0")).Status);
        Assert.DoesNotContain($"{policy.Id}", (await manager.GetAsync("/reminders/policies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfADay_SaysWhoWhatAndWhy()
    {
        var (_, responsible) = await office.PersonAsync(Role.Staff);
        var deadline = Samples.Deadline(await office.Program.ReadAsync(db => db.Projects.AsNoTracking().SingleAsync()), Day.AddDays(8));
        deadline.ResponsibleId = responsible.Id;
        await office.Program.WriteAsync(deadline);
        var (manager, _) = await office.PersonAsync(Role.Manager);

        var answer = await manager.GetAsync("/reminders/preview?day=2026-03-05");

        Assert.Contains(responsible.DisplayName, answer.Text, StringComparison.Ordinal);
        Assert.Contains("7 days before", answer.Text, StringComparison.Ordinal);
        Assert.Contains("in the daily mail", answer.Text, StringComparison.Ordinal);
        Assert.False(await office.Program.ReadAsync(db => db.ReminderDeliveries.AnyAsync(r => r.DeadlineId == deadline.Id)));
        Assert.Contains("Choose a day", (await manager.GetAsync("/reminders/preview?day=2031-01-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_WhenEnteredByThePerson_StandsInTheListUntilRemoved()
    {
        var (browser, person) = await office.PersonAsync(Role.Staff);
        var (_, colleague) = await office.PersonAsync(Role.Staff);

        var added = await browser.SubmitAsync(
            "/reminders/leave", "/reminders/leave?handler=Add", ("Input.DelegateId", $"{colleague.Id}"), ("Input.From", "2026-03-09"), ("Input.Until", "2026-03-13"));

        Assert.Equal("/reminders/leave", added.Location);
        Assert.Contains(colleague.DisplayName, (await browser.GetAsync("/reminders/leave")).Text, StringComparison.Ordinal);
        var leave = await office.Program.ReadAsync(db => db.Leaves.AsNoTracking().SingleAsync(l => l.UserId == person.Id));
        await browser.SubmitAsync("/reminders/leave", $"/reminders/leave?handler=Remove&id={leave.Id}");
        Assert.False(await office.Program.ReadAsync(db => db.Leaves.AnyAsync(l => l.Id == leave.Id)));
    }

    [Fact]
    public async Task Head_WhenNamedOnTheUnitsPage_IsKept()
    {
        var (administrator, _) = await office.PersonAsync(Role.Administrator);
        var (_, head) = await office.PersonAsync(Role.Manager);
        var unit = await office.Program.ReadAsync(db => db.Units.AsNoTracking().SingleAsync(u => u.Id == office.Unit.Id));

        await administrator.SubmitAsync(
            $"/admin/units/{unit.Id}", $"/admin/units/{unit.Id}",
            ("Input.Name", unit.Name), ("Input.Code", unit.Code), ("Input.RegionCode", unit.RegionCode), ("Input.Zone", $"{unit.Zone}"), ("Input.HeadId", $"{head.Id}"), ("Version", $"{unit.Version}"));

        Assert.Equal(head.Id, await office.Program.ReadAsync(db => db.Units.Where(u => u.Id == unit.Id).Select(u => u.HeadId).SingleAsync()));
    }

    private async Task<OutgoingMail> MailAsync(User recipient, MailState state, string answer)
    {
        var mail = new OutgoingMail
        {
            RecipientId = recipient.Id,
            Address = recipient.Email!,
            RecipientName = recipient.DisplayName,
            Language = "en",
            Subject = "Due",
            Text = "",
            Html = "",
            CreatedAt = FakeClock.Start,
            State = state,
            Answer = answer,
            Attempts = 3,
        };
        mail.MessageId = $"<{mail.Id:N}@pmu.test>";
        await office.Program.WriteAsync(mail);
        return mail;
    }

    private async Task LineAsync(User recipient, Guid? mailId, string? suppressed = null, Guid? delegateId = null)
    {
        var deadline = office.Deadline;
        await office.Program.WriteAsync(new ReminderDelivery
        {
            DeadlineId = deadline.Id,
            DueOn = deadline.DueOn,
            Offset = 7,
            RecipientId = recipient.Id,
            DelegateId = delegateId,
            OwedOn = Day,
            PlannedOn = Day,
            MailId = mailId,
            Suppressed = suppressed,
        });
    }
}
