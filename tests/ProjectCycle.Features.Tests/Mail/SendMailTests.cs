using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Mail;

public sealed class SendMailTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Handle_WhenAccepted_MarksItSentWithTheAnswerAndSendsNoMore(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);

        await house.HandleAsync();
        await house.HandleAsync();

        var mail = await house.MailAsync();
        Assert.Equal((MailState.Sent, 1, "yes", FakeClock.Start), (mail.State, mail.Attempts, mail.Answer, mail.SentAt!.Value));
        Assert.NotEmpty(mail.Text);
        Assert.Equal([mail.Id], house.Sender.Sent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Handle_WhenItCarriesASecret_BlanksTheBodyOnceSent(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider, isSecret: true);

        house.Sender.Answer = new MailAnswer(MailResult.TemporaryFailure, "later");
        await Assert.ThrowsAsync<TryAgainLaterException>(house.HandleAsync);
        Assert.NotEmpty((await house.MailAsync()).Text);

        house.Sender.Answer = new MailAnswer(MailResult.Accepted, "yes");
        await house.HandleAsync();
        var mail = await house.MailAsync();
        Assert.Equal((2, "", ""), (mail.Attempts, mail.Text, mail.Html));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Handle_WhenRefusedForGood_MarksItFailedAndTriesNoMore(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        house.Sender.Answer = new MailAnswer(MailResult.PermanentFailure, "550 no such person");

        await house.HandleAsync();
        await house.HandleAsync();

        var mail = await house.MailAsync();
        Assert.Equal((MailState.Failed, "550 no such person", null), (mail.State, mail.Answer, mail.SentAt));
        Assert.Single(house.Sender.Sent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Handle_WhenKilledBetweenSendingAndMarking_RepeatsThatMailUnderItsOwnId(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        house.Sender.DiesAfterSending = true;
        await Assert.ThrowsAsync<InvalidOperationException>(house.HandleAsync);

        house.Sender.DiesAfterSending = false;
        await house.HandleAsync();
        await house.HandleAsync();

        var mail = await house.MailAsync();
        Assert.Equal(MailState.Sent, mail.State);
        Assert.Equal([mail.Id, mail.Id], house.Sender.Sent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Handle_WhenTheRecipientHasLeftMeanwhile_SendsNothing(DatabaseProvider provider)
    {
        await using var house = await House.CreateAsync(provider);
        await using (var db = house.Database.Open())
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.IsActive, false));

        await house.HandleAsync();

        Assert.Equal(MailState.Suppressed, (await house.MailAsync()).State);
        Assert.Empty(house.Sender.Sent);
    }

    private sealed class House(TestDatabase database, Guid mailId) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public FakeSender Sender { get; } = new();

        public static async Task<House> CreateAsync(DatabaseProvider provider, bool isSecret = false)
        {
            var database = await TestDatabase.CreateAsync(provider);
            var user = Samples.User();
            var mail = MailSamples.Mail(user.Id, isSecret: isSecret);
            await database.AddAsync(user, mail);
            return new House(database, mail.Id);
        }

        public async Task HandleAsync()
        {
            await using var db = database.Open();
            await new SendMail(db, Sender, new MailedReminders(db), new MailOptions(), new FakeClock()).HandleAsync(mailId, CancellationToken.None);
        }

        public async Task<OutgoingMail> MailAsync()
        {
            await using var db = database.Open();
            return await db.Mails.SingleAsync();
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }

    private sealed class FakeSender : IMailSender
    {
        public List<Guid> Sent { get; } = [];

        public MailAnswer Answer { get; set; } = new(MailResult.Accepted, "yes");

        public bool DiesAfterSending { get; set; }

        public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            Sent.Add(mail.Id);
            return DiesAfterSending ? throw new InvalidOperationException("killed") : Task.FromResult(Answer);
        }
    }
}
