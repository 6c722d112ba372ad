using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Reminders;

namespace ProjectCycle.Features.Mail;

/// <summary>
/// Sends a mail that is owed and marks it before and after. No transaction is open while the server is spoken to; killed between
/// sending and marking, the same mail goes out again under the same Message-ID.
/// </summary>
public sealed class SendMail(AppDbContext db, IMailSender sender, MailedReminders reminders, MailOptions options, TimeProvider clock) : IOutboxHandler
{
    public string Kind => OutboxKinds.SendMail;

    public async Task HandleAsync(Guid subjectId, CancellationToken cancellation)
    {
        var mail = await db.Mails.AsNoTracking().SingleAsync(m => m.Id == subjectId, cancellation);
        if (mail.State is not (MailState.Owed or MailState.Sending))
            return;

        // One that may have arrived before a crash is not said to be unsent: it is repeated.
        if (mail.State == MailState.Owed && await IsSuppressedAsync(mail, cancellation))
            return;
        await BeginAsync(mail, cancellation);
        var answer = await sender.SendAsync(mail, cancellation);
        await MarkAsync(mail, StateAfter(answer.Result, mail.State), answer.Text);
        if (answer.Result == MailResult.TemporaryFailure)
            throw new TryAgainLaterException(answer.Text);
    }

    /// <summary>Nobody tries any more until a person asks for it.</summary>
    public Task GiveUpAsync(Guid subjectId) =>
        Unfinished(subjectId).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Failed), CancellationToken.None);

    private async Task<bool> IsSuppressedAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (!await db.Users.AnyAsync(u => u.Id == mail.RecipientId && !u.IsActive, cancellation))
            return await reminders.SettleAsync(mail.Id, cancellation);
        await MarkAsync(mail, MailState.Suppressed, SuppressionReasons.Left);
        return true;
    }

    private async Task BeginAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var messageId = MailMessages.IdOf(mail, options);
        await Unfinished(mail.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, MailState.Sending)
                .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                .SetProperty(m => m.MessageId, messageId),
            cancellation);
    }

    /// <summary>Not cancelled with the caller: what the server has taken must be marked.</summary>
    private async Task MarkAsync(OutgoingMail mail, MailState state, string answer)
    {
        var sentAt = state == MailState.Sent ? clock.GetUtcNow().UtcDateTime : (DateTime?)null;
        var blank = mail.IsSecret && state is not (MailState.Owed or MailState.Sending);
        var (text, html) = blank ? ("", "") : (mail.Text, mail.Html);
        await Unfinished(mail.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, state)
                .SetProperty(m => m.Answer, answer)
                .SetProperty(m => m.SentAt, sentAt)
                .SetProperty(m => m.Text, text)
                .SetProperty(m => m.Html, html),
            CancellationToken.None);
    }

    private IQueryable<OutgoingMail> Unfinished(Guid mailId) =>
        db.Mails.Where(m => m.Id == mailId && (m.State == MailState.Owed || m.State == MailState.Sending));

    /// <param name="before">A mail that may have arrived in an earlier try stays one when this try fails.</param>
    private static MailState StateAfter(MailResult result, MailState before) => result switch
    {
        MailResult.Accepted => MailState.Sent,
        MailResult.PermanentFailure => MailState.Failed,
        MailResult.TemporaryFailure => before,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
