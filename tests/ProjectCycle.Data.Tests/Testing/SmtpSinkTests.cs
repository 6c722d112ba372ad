using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ProjectCycle.Testing.Mail;

namespace ProjectCycle.Data.Tests.Testing;

/// <summary>The sink reads what the runtime's own client sends, so that mail tests may believe it.</summary>
public sealed class SmtpSinkTests
{
    [Fact]
    public async Task Send_WhenTextHtmlAndAFileAreGiven_ReadsAllOfThem()
    {
        await using var sink = new SmtpSink();
        var text = "Yth. Ibu Siti,\r\n\r\n.titik di awal baris\r\n..dua titik\r\nTenggat: 3 hari – “segera” = 100%\r\n" + new string('x', 300) + "\r\n";
        var html = "<p>Tenggat: <b>3 hari</b> – “segera” = 100%</p>";
        using var mail = new MailMessage("pmu@demo.local", "siti@demo.local", "Tenggat proyek “Pengelolaan sampah” di Kota Jambi tinggal tiga hari lagi – segera", text);
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html));
        mail.Attachments.Add(new Attachment(new MemoryStream([0, 1, 2, 250, 255]), "laporan.xlsx", "application/octet-stream"));
        mail.Headers.Add("X-Sample", "plain");
        mail.CC.Add("budi@demo.local");

        await SendAsync(sink, mail);

        var received = Assert.Single(sink.Mails);
        Assert.Equal("pmu@demo.local", received.Sender);
        Assert.Equal(["siti@demo.local", "budi@demo.local"], received.Recipients);
        Assert.Equal(mail.Subject, received.Subject);
        Assert.Equal(text.TrimEnd(), received.Text.TrimEnd());
        Assert.Equal(html, received.Html.TrimEnd());
        Assert.Equal("plain", received.Headers["x-sample"]);
        Assert.Equal([0, 1, 2, 250, 255], received.Attachments["laporan.xlsx"]);
    }

    [Fact]
    public async Task Send_WhenOnlyTextIsGiven_ReadsIt()
    {
        await using var sink = new SmtpSink();
        using var mail = new MailMessage("pmu@demo.local", "siti@demo.local", "Halo", ".satu baris");

        await SendAsync(sink, mail);

        var received = Assert.Single(sink.Mails);
        Assert.Equal((".satu baris", "", "Halo"), (received.Text.TrimEnd(), received.Html, received.Subject));
    }

    [Fact]
    public async Task Send_WhenTwoAreSentOverOneConnection_KeepsBothInOrder()
    {
        await using var sink = new SmtpSink();
        using var client = new SmtpClient(sink.Host, sink.Port);

        await client.SendMailAsync("a@demo.local", "b@demo.local", "one", "1");
        await client.SendMailAsync("a@demo.local", "c@demo.local", "two", "2");

        Assert.Equal(["one", "two"], sink.Mails.Select(m => m.Subject));
        Assert.Equal(["c@demo.local"], sink.Mails[1].Recipients);
        Assert.Equal(1, sink.Connections);
    }

    [Theory]
    [InlineData(SmtpTrouble.AtGreeting)]
    [InlineData(SmtpTrouble.AtRecipient)]
    [InlineData(SmtpTrouble.AfterData)]
    [InlineData(SmtpTrouble.DropDuringData)]
    public async Task Send_WhenTheServerMakesTrouble_FailsAndKeepsNothing(SmtpTrouble trouble)
    {
        await using var sink = new SmtpSink { Trouble = trouble, Answer = "550 5.1.1 nobody here" };

        await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(sink));

        Assert.Empty(sink.Mails);
        sink.Trouble = SmtpTrouble.None;
        await SendAsync(sink);
        Assert.Single(sink.Mails);
    }

    [Theory]
    [InlineData("451 4.3.0 later", SmtpStatusCode.LocalErrorInProcessing)]
    [InlineData("550 5.1.1 never", SmtpStatusCode.MailboxUnavailable)]
    public async Task Send_WhenTheRecipientIsRefused_HandsOnTheCode(string answer, SmtpStatusCode code)
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.AtRecipient, Answer = answer };

        Assert.Equal(code, (await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(sink))).StatusCode);
    }

    [Fact]
    public async Task Send_WhenTheServerDropsAfterKeeping_FailsThoughTheMailArrived()
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.DropAfterKeeping };

        await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(sink));

        Assert.Single(sink.Mails);
    }

    [Fact]
    public async Task Send_WhenTheServerHangs_EndsWhenTheSenderGivesUp()
    {
        await using var sink = new SmtpSink { Trouble = SmtpTrouble.Hang };
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(sink, cancellation: patience.Token));

        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task Send_WhenNobodyListens_Fails()
    {
        using var client = new SmtpClient("127.0.0.1", SmtpSink.ClosedPort());

        await Assert.ThrowsAnyAsync<SmtpException>(() => client.SendMailAsync("a@demo.local", "b@demo.local", "s", "t"));
    }

    private static async Task SendAsync(SmtpSink sink, MailMessage? mail = null, CancellationToken cancellation = default)
    {
        using var sample = new MailMessage("pmu@demo.local", "siti@demo.local", "Halo", "first line\r\nsecond line");
        using var client = new SmtpClient(sink.Host, sink.Port);
        await client.SendMailAsync(mail ?? sample, cancellation);
    }
}
