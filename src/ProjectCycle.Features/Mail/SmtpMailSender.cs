using System.Net;
using System.Net.Mail;
using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Features.Mail;

/// <summary>Hands mails to an SMTP server.</summary>
public sealed class SmtpMailSender(MailOptions options) : IMailSender
{
    /// <summary>Answers that concern this mail or its address. Others above 500 concern our sign-in or settings, which a person can mend.</summary>
    private static readonly HashSet<int> Final = [550, 551, 552, 553, 554];

    public async Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            using var message = MailMessages.Build(mail, options);
            return await SendAsync(message, mail.Address, cancellation);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return new MailAnswer(MailResult.PermanentFailure, e.Message);
        }
    }

    private async Task<MailAnswer> SendAsync(MailMessage message, string address, CancellationToken cancellation)
    {
        var international = MailMessages.NeedsInternationalServer(address);
        using var client = new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.StartTls,
            Credentials = options.User.Length > 0 ? new NetworkCredential(options.User, options.Password) : null,
            DeliveryFormat = international ? SmtpDeliveryFormat.International : SmtpDeliveryFormat.SevenBit,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            // The client heeds its token in most places; waiting with it too bounds the rest.
            await client.SendMailAsync(message, limit.Token).WaitAsync(limit.Token);
            return new MailAnswer(MailResult.Accepted, $"Accepted by {options.Host}:{options.Port}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new MailAnswer(MailResult.TemporaryFailure, $"{options.Host}:{options.Port} did not finish within {options.TimeoutSeconds} s");
        }
        catch (SmtpException e)
        {
            var final = Final.Contains((int)e.StatusCode) || (international && e is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null });
            return new MailAnswer(final ? MailResult.PermanentFailure : MailResult.TemporaryFailure, Words(e));
        }
    }

    /// <summary>Servers say anything; PostgreSQL keeps no NUL.</summary>
    private static string Words(SmtpException e)
    {
        var words = (e.InnerException is null ? e.Message : $"{e.Message} {e.InnerException.Message}").Replace('\0', ' ');
        return e.StatusCode == SmtpStatusCode.GeneralFailure ? words : $"{(int)e.StatusCode} {words}";
    }
}
