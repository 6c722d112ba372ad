using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Features.Background;

namespace ProjectCycle.Features.Mail;

/// <summary>Words a mail and puts it, with the message that sends it and the notice under the bell, into the caller's transaction.</summary>
public sealed class Postbox(MailComposer composer, TimeProvider clock)
{
    /// <summary>Adds a mail to <paramref name="recipient"/> in their language; it goes out once the caller has saved.</summary>
    /// <param name="notice">What the bell says of the same news.</param>
    public OutgoingMail Post(AppDbContext db, User recipient, MailModel model, Notice notice)
    {
        var mail = Add(db, recipient, model, isSecret: false);
        db.Add(notice.AddressTo(recipient.Id, mail.CreatedAt));
        return mail;
    }

    /// <summary>Adds a notice under the bell alone, for who cannot be mailed.</summary>
    public void Ring(AppDbContext db, User recipient, Notice notice) => db.Add(notice.AddressTo(recipient.Id, clock.GetUtcNow().UtcDateTime));

    /// <summary>Adds a mail that carries a secret link: its body is blanked once it is sent, and the bell says nothing.</summary>
    public OutgoingMail PostSecret(AppDbContext db, User recipient, MailModel model) => Add(db, recipient, model, isSecret: true);

    private OutgoingMail Add(AppDbContext db, User recipient, MailModel model, bool isSecret)
    {
        var words = composer.Compose(model, recipient.Language);
        var now = clock.GetUtcNow().UtcDateTime;
        var mail = new OutgoingMail
        {
            RecipientId = recipient.Id,
            Address = recipient.Email ?? "",
            RecipientName = recipient.DisplayName,
            Language = recipient.Language,
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            IsSecret = isSecret,
            CreatedAt = now,
        };
        db.Add(mail);
        db.Enqueue(OutboxKinds.SendMail, mail.Id, $"mail:{mail.Id:N}", now);
        return mail;
    }
}
