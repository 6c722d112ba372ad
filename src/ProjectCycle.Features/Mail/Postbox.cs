using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Features.Background;

namespace ProjectCycle.Features.Mail;

/// <summary>Words a mail and puts it, with the message that sends it, into the caller's transaction.</summary>
public sealed class Postbox(MailComposer composer, TimeProvider clock)
{
    /// <summary>Adds a mail to <paramref name="recipient"/> in their language; it goes out once the caller has saved.</summary>
    /// <param name="isSecret">It carries a secret link: its body is blanked once it is sent.</param>
    public OutgoingMail Post(AppDbContext db, User recipient, MailModel model, bool isSecret = false)
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
