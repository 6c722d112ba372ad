namespace ProjectCycle.Testing.Mail;

/// <summary>How a mail server can misbehave.</summary>
public enum SmtpTrouble
{
    None,

    /// <summary>Takes the connection and never says a word.</summary>
    Hang,

    /// <summary>Greets with <see cref="SmtpSink.Answer"/> instead of 220.</summary>
    AtGreeting,

    /// <summary>Answers RCPT with <see cref="SmtpSink.Answer"/>.</summary>
    AtRecipient,

    /// <summary>Answers the finished mail with <see cref="SmtpSink.Answer"/>; the mail is not kept.</summary>
    AfterData,

    /// <summary>Never answers RCPT.</summary>
    HangAtRecipient,

    /// <summary>Asks for the mail and never answers it; the mail is not kept.</summary>
    HangDuringData,

    /// <summary>Keeps the mail and never says so: the sender cannot know.</summary>
    HangAfterKeeping,

    /// <summary>Hangs up after the first line of the mail.</summary>
    DropDuringData,

    /// <summary>Keeps the mail and hangs up before it says so: the sender cannot know.</summary>
    DropAfterKeeping,
}
