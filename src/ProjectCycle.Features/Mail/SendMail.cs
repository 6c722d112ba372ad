using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Features.Background;

namespace ProjectCycle.Features.Mail;

/// <summary>
/// Sends a mail that is owed and marks it. No transaction is open while the server is spoken to; killed between sending and
/// marking, the same mail goes out again under the same Message-ID.
/// </summary>
public sealed class SendMail(AppDbContext db, IMailSender sender, TimeProvider clock) : IOutboxHandler
{
    public string Kind => OutboxKinds.SendMail;

    public async Task HandleAsync(Guid subjectId, CancellationToken cancellation)
    {
        var mail = await db.Mails.AsNoTracking().SingleAsync(m => m.Id == subjectId, cancellation);
        if (mail.State != MailState.Owed)
            return;
        if (await db.Users.AnyAsync(u => u.Id == mail.RecipientId && !u.IsActive, cancellation))
        {
            await MarkAsync(mail, MailState.Suppressed, SuppressionReasons.Left);
            return;
        }
        var answer = await sender.SendAsync(mail, cancellation);
        await MarkAsync(mail, StateAfter(answer.Result), answer.Text);
        if (answer.Result == MailResult.TemporaryFailure)
            throw new TryAgainLaterException(answer.Text);
    }

    /// <summary>Not cancelled with the caller: what the server has taken must be marked.</summary>
    private async Task MarkAsync(OutgoingMail mail, MailState state, string answer)
    {
        var sentAt = state == MailState.Sent ? clock.GetUtcNow().UtcDateTime : (DateTime?)null;
        var attempts = mail.Attempts + (state == MailState.Suppressed ? 0 : 1);
        var blank = mail.IsSecret && state != MailState.Owed;
        var (text, html) = blank ? ("", "") : (mail.Text, mail.Html);
        await db.Mails.Where(m => m.Id == mail.Id && m.State == MailState.Owed).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, state)
                .SetProperty(m => m.Answer, answer)
                .SetProperty(m => m.SentAt, sentAt)
                .SetProperty(m => m.Attempts, attempts)
                .SetProperty(m => m.Text, text)
                .SetProperty(m => m.Html, html),
            CancellationToken.None);
    }

    private static MailState StateAfter(MailResult result) => result switch
    {
        MailResult.Accepted => MailState.Sent,
        MailResult.PermanentFailure => MailState.Failed,
        MailResult.TemporaryFailure => MailState.Owed,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
