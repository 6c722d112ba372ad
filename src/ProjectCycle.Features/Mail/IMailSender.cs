using ProjectCycle.Domain.Mail;

namespace ProjectCycle.Features.Mail;

/// <summary>How a mail fared.</summary>
public enum MailResult
{
    Accepted,

    /// <summary>Not now: server away, mailbox full, settings wrong. Worth another try.</summary>
    TemporaryFailure,

    /// <summary>Never: this address or this mail is refused.</summary>
    PermanentFailure,
}

/// <summary>What came of handing a mail over.</summary>
/// <param name="Text">The server's words, or ours where it said none.</param>
public sealed record MailAnswer(MailResult Result, string Text);

/// <summary>The edge where mails leave the program.</summary>
public interface IMailSender
{
    /// <summary>Hands <paramref name="mail"/> over under its own Message-ID. Answers, also when the server does not; throws only when cancelled.</summary>
    Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation);
}
