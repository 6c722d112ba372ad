using ProjectCycle.Features.Mail;

namespace ProjectCycle.Features.Tests.Mail;

public sealed class PickupFolderMailSenderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"projectcycle-{Guid.NewGuid():N}", "mail");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task Send_WhenTheFolderIsNotThereYet_WritesOneCompleteFile()
    {
        var mail = MailSamples.Mail(address: "püri@demo.local");

        var answer = await SendAsync(mail);

        Assert.Equal(MailResult.Accepted, answer.Result);
        var file = Assert.Single(Directory.GetFileSystemEntries(_folder));
        Assert.Equal($"{mail.Id:N}.eml", Path.GetFileName(file));
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains($"Message-ID: <{mail.Id:N}@localhost>", text, StringComparison.Ordinal);
        Assert.Contains("text/html", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WhenTheSameMailGoesOutAgain_ReplacesItsFile()
    {
        var mail = MailSamples.Mail();

        await SendAsync(mail);
        await SendAsync(mail);

        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Send_WhenTheFolderCannotBeWritten_IsWorthAnotherTry()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");

        Assert.Equal(MailResult.TemporaryFailure, (await SendAsync(MailSamples.Mail())).Result);
    }

    [Fact]
    public async Task Send_WhenTheAddressIsNone_FailsForGood()
    {
        Directory.CreateDirectory(_folder);

        Assert.Equal(MailResult.PermanentFailure, (await SendAsync(MailSamples.Mail(address: "nobody"))).Result);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private Task<MailAnswer> SendAsync(Domain.Mail.OutgoingMail mail) =>
        new PickupFolderMailSender(new MailOptions(), _folder).SendAsync(mail, CancellationToken.None);
}
