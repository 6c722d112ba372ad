using ProjectCycle.Features.Mail;
using ProjectCycle.Testing.Mail;

namespace ProjectCycle.Features.Tests.Mail;

public sealed class SmtpMailSenderTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly SmtpSink _sink = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Send_WhenTheServerAccepts_CarriesTextAndHtmlUnderTheMailsOwnId()
    {
        var mail = MailSamples.Mail(name: "Siti Nurhaliza Ñ");

        var answer = await SendAsync(mail);

        Assert.Equal(MailResult.Accepted, answer.Result);
        var received = Assert.Single(_sink.Mails);
        Assert.Equal("pmu@jambi.test", received.Sender);
        Assert.Equal(["siti@demo.local"], received.Recipients);
        Assert.Equal($"<{mail.Id:N}@jambi.test>", received.Headers["Message-ID"]);
        Assert.Equal("auto-generated", received.Headers["Auto-Submitted"]);
        Assert.Equal("Tenggat – 3 Maret", received.Subject);
        Assert.Contains("Siti Nurhaliza Ñ", received.Headers["To"], StringComparison.Ordinal);
        Assert.Equal(mail.Text.ReplaceLineEndings("\n"), received.Text.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html, received.Html.TrimEnd());
    }

    [Theory]
    [InlineData(SmtpTrouble.AtRecipient, "550 5.1.1 no such person", MailResult.PermanentFailure)]
    [InlineData(SmtpTrouble.AtRecipient, "450 4.2.1 mailbox busy", MailResult.TemporaryFailure)]
    [InlineData(SmtpTrouble.AfterData, "554 5.7.1 looks like spam", MailResult.PermanentFailure)]
    [InlineData(SmtpTrouble.AfterData, "451 4.3.0 try again later", MailResult.TemporaryFailure)]
    [InlineData(SmtpTrouble.AtRecipient, "530 5.7.0 sign in first", MailResult.TemporaryFailure)]
    [InlineData(SmtpTrouble.AtGreeting, "421 4.3.2 shutting down", MailResult.TemporaryFailure)]
    public async Task Send_WhenTheServerRefuses_TellsWhetherAnotherTryHelps(SmtpTrouble trouble, string line, MailResult result)
    {
        (_sink.Trouble, _sink.Answer) = (trouble, line);

        var answer = await SendAsync(MailSamples.Mail());

        Assert.Equal(result, answer.Result);
        Assert.NotEmpty(answer.Text);
        Assert.Empty(_sink.Mails);
    }

    [Theory]
    [InlineData(SmtpTrouble.DropDuringData)]
    [InlineData(SmtpTrouble.DropAfterKeeping)]
    public async Task Send_WhenTheConnectionBreaks_IsWorthAnotherTry(SmtpTrouble trouble)
    {
        _sink.Trouble = trouble;

        Assert.Equal(MailResult.TemporaryFailure, (await SendAsync(MailSamples.Mail())).Result);
    }

    [Theory]
    [InlineData(SmtpTrouble.Hang)]
    [InlineData(SmtpTrouble.HangAtRecipient)]
    [InlineData(SmtpTrouble.HangDuringData)]
    [InlineData(SmtpTrouble.HangAfterKeeping)]
    public async Task Send_WhenTheServerHangs_GivesUpInTime(SmtpTrouble trouble)
    {
        _sink.Trouble = trouble;
        var sender = new SmtpMailSender(MailSamples.Options(_sink) with { TimeoutSeconds = 1 });

        var answer = await sender.SendAsync(MailSamples.Mail(), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(MailResult.TemporaryFailure, answer.Result);
        Assert.Contains("did not finish within 1 s", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WhenNobodyListens_IsWorthAnotherTry()
    {
        var sender = new SmtpMailSender(MailSamples.Options(_sink) with { Port = SmtpSink.ClosedPort() });

        Assert.Equal(MailResult.TemporaryFailure, (await sender.SendAsync(MailSamples.Mail(), CancellationToken.None)).Result);
    }

    [Fact]
    public async Task Send_WhenEncryptionIsWantedAndNotOffered_SendsNothing()
    {
        var sender = new SmtpMailSender(MailSamples.Options(_sink) with { StartTls = true });

        Assert.Equal(MailResult.TemporaryFailure, (await sender.SendAsync(MailSamples.Mail(), CancellationToken.None)).Result);
        Assert.Empty(_sink.Mails);
    }

    [Fact]
    public async Task Send_WhenTheProgramStops_IsCancelled()
    {
        _sink.Trouble = SmtpTrouble.Hang;
        using var stop = new CancellationTokenSource();
        var sending = new SmtpMailSender(MailSamples.Options(_sink)).SendAsync(MailSamples.Mail(), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task Send_WhenTheAddressIsInternational_UsesItAsItIs()
    {
        var answer = await SendAsync(MailSamples.Mail(address: "püri@demo.local"));

        Assert.Equal(MailResult.Accepted, answer.Result);
        Assert.Equal(["püri@demo.local"], Assert.Single(_sink.Mails).Recipients);
    }

    [Fact]
    public async Task Send_WhenTheServerKnowsNoInternationalAddresses_FailsForGood()
    {
        _sink.KnowsUtf8 = false;

        var answer = await SendAsync(MailSamples.Mail(address: "püri@demo.local"));

        Assert.Equal(MailResult.PermanentFailure, answer.Result);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("siti@demo.local\r\nBcc: thief@x.test")]
    public async Task Send_WhenTheAddressIsNone_FailsForGood(string address)
    {
        var answer = await SendAsync(MailSamples.Mail(address: address));

        Assert.Equal(MailResult.PermanentFailure, answer.Result);
        Assert.Empty(_sink.Mails);
    }

    [Theory]
    [InlineData("Siti\r\nBcc: thief@x.test", "Hello")]
    [InlineData("Siti", "Hello\r\nBcc: thief@x.test\r\n\r\nOther body")]
    [InlineData("Siti\nX-Evil: 1", "Hello\nX-Evil: 1\u2028X-Evil: 2")]
    public async Task Send_WhenANameOrSubjectHoldsLineBreaks_AddsNoHeader(string name, string subject)
    {
        await SendAsync(MailSamples.Mail(name: name, subject: subject));

        var received = Assert.Single(_sink.Mails);
        Assert.False(received.Headers.ContainsKey("Bcc"));
        Assert.False(received.Headers.ContainsKey("X-Evil"));
        Assert.Equal(["siti@demo.local"], received.Recipients);
        Assert.Contains("Selamat pagi", received.Text, StringComparison.Ordinal);
    }

    private Task<MailAnswer> SendAsync(Domain.Mail.OutgoingMail mail) =>
        new SmtpMailSender(MailSamples.Options(_sink)).SendAsync(mail, CancellationToken.None);
}
