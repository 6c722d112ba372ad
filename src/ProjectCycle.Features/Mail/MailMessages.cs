using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Features.Mail;

/// <summary>Puts a worded mail into the form it travels in: text and HTML side by side, in UTF-8.</summary>
internal static class MailMessages
{
    /// <summary>Throws <see cref="FormatException"/> or <see cref="ArgumentException"/> when the recipient's address is none.</summary>
    public static MailMessage Build(OutgoingMail mail, MailOptions options)
    {
        var from = new MailAddress(options.From, OneLine(options.FromName), Encoding.UTF8);
        var to = new MailAddress(mail.Address, OneLine(mail.RecipientName), Encoding.UTF8);
        var message = new MailMessage(from, to)
        {
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", IdOf(mail, options));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Language);
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    /// <summary>The Message-ID of a mail: its own id, so that a repeat can be told from a second mail.</summary>
    public static string IdOf(OutgoingMail mail, MailOptions options) => $"<{mail.Id:N}@{new MailAddress(options.From).Host}>";

    /// <summary>True when the part before the @ needs a server that knows SMTPUTF8.</summary>
    public static bool NeedsInternationalServer(string address) =>
        !Ascii.IsValid(address.AsSpan(0, Math.Max(0, address.LastIndexOf('@'))));

    private static AlternateView View(string content, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    /// <summary>A line break in a header would begin a header of the writer's choice.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
