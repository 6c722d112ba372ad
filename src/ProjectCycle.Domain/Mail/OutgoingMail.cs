namespace ProjectCycle.Domain.Mail;

/// <summary>Where a mail stands. Names are stored.</summary>
public enum MailState
{
    Owed,

    /// <summary>Being handed to the server; after a crash nobody knows whether it arrived, so it is repeated under its own Message-ID.</summary>
    Sending,

    Sent,
    Failed,
    Suppressed,
}

/// <summary>
/// A mail as it was worded for one person, kept as proof of what was said. Written before it is sent; its id is its
/// Message-ID, so a repeat after a crash can be told from a second mail.
/// </summary>
public sealed class OutgoingMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RecipientId { get; init; }

    /// <summary>The address at the time of writing.</summary>
    public required string Address { get; init; }

    public required string RecipientName { get; init; }
    public required string Language { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; set; }
    public required string Html { get; set; }

    /// <summary>Carries a secret link: the body is blanked once it is sent.</summary>
    public bool IsSecret { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public MailState State { get; set; }

    /// <summary>Conversations with the server that were begun.</summary>
    public int Attempts { get; set; }

    /// <summary>The Message-ID under which it went to the server; blank until then.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>The server's last answer, or the reason it was not sent.</summary>
    public string Answer { get; set; } = "";
}
