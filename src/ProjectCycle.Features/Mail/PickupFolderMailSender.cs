using System.Net.Mail;
using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Features.Mail;

/// <summary>
/// Writes each mail as <c>{id}.eml</c> into a folder, for installations without a mail server and for trying things out.
/// A file under its final name is complete; a repeated mail replaces its own file.
/// </summary>
public sealed class PickupFolderMailSender(MailOptions options, string folder) : IMailSender
{
    public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(new MailAnswer(MailResult.Accepted, Write(mail)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return Task.FromResult(new MailAnswer(MailResult.PermanentFailure, e.Message));
        }
        catch (Exception e) when (e is SmtpException or IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(new MailAnswer(MailResult.TemporaryFailure, e.Message));
        }
    }

    private string Write(OutgoingMail mail)
    {
        using var message = MailMessages.Build(mail, options);
        var draft = Directory.CreateDirectory(Path.Combine(folder, $".{mail.Id:N}")).FullName;
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft, DeliveryFormat = SmtpDeliveryFormat.International })
                client.Send(message);
            var written = Directory.GetFiles(draft).Single();
            using (var file = new FileStream(written, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            var name = $"{mail.Id:N}.eml";
            File.Move(written, Path.Combine(folder, name), overwrite: true);
            return name;
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}
