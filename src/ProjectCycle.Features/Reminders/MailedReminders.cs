using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Features.Reminders;

/// <summary>The lines of the ledger that a mail carries: between planning and sending the world may have moved on.</summary>
public sealed class MailedReminders(AppDbContext db)
{
    /// <summary>
    /// Suppresses a mail none of whose deadlines is still open, each of its lines with its reason. False when it must go, also when it
    /// carries no reminders at all.
    /// </summary>
    public async Task<bool> SettleAsync(Guid mailId, CancellationToken cancellation)
    {
        var lines = await db.ReminderDeliveries.Where(r => r.MailId == mailId)
            .Join(db.Deadlines, r => r.DeadlineId, d => d.Id, (r, d) => new { Delivery = r, Deadline = d })
            .Join(db.Projects, x => x.Deadline.ProjectId, p => p.Id, (x, p) => new { x.Delivery, x.Deadline, p.State })
            .ToListAsync(cancellation);
        var reasons = lines.ConvertAll(line => ReasonAgainst(line.Delivery, line.Deadline, line.State));
        if (reasons.Count == 0 || reasons.Contains(null))
            return false;
        foreach (var (line, reason) in lines.Zip(reasons))
            line.Delivery.Suppressed = reason;
        var mail = await db.Mails.SingleAsync(m => m.Id == mailId, cancellation);
        (mail.State, mail.Answer) = (MailState.Suppressed, reasons[0]!);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static string? ReasonAgainst(ReminderDelivery delivery, Deadline deadline, string projectState) => deadline switch
    {
        { DoneOn: not null } => SuppressionReasons.DoneInTime,
        _ when projectState is StateCodes.Closed or StateCodes.Dropped => SuppressionReasons.ProjectClosed,
        { CancelledAt: not null } => SuppressionReasons.Cancelled,
        _ when deadline.DueOn != delivery.DueOn => SuppressionReasons.Moved,
        _ => null,
    };
}
