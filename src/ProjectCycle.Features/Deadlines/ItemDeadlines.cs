using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Features.Deadlines;

/// <summary>
/// Keeps the deadline of a row of the work in step with it: set when the row gets a date, moved with it, done with it, cancelled when
/// the date or the row goes. Nothing is saved here: the deadline is saved with the row.
/// </summary>
public sealed class ItemDeadlines(AppDbContext db, TimeProvider clock)
{
    /// <summary>Follows a row that is about to be saved.</summary>
    /// <param name="item">The row as it shall stand.</param>
    /// <param name="part">What it belongs to: see <see cref="Deadline.PartCode"/>.</param>
    /// <param name="state">Where its project stands.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FollowAsync(IHasDeadline item, string part, string state, CancellationToken cancellation)
    {
        var known = await FindAsync(item, cancellation);
        if (item.DueOn is not { } due)
        {
            CancelOpen(known);
            item.DeadlineId = null;
            return;
        }
        if (known is null && item.DoneOn is not null)
            return; // nobody needs to be reminded of what was done before it got here
        var deadline = known ?? Begin(item, part, state, due);
        deadline.Title = item.DeadlineTitle;
        deadline.DueOn = due;
        deadline.ResponsibleId = item.ResponsibleId;
        if (item.DoneOn is { } done)
            deadline.MarkDone(done, deadline.Note);
        else
            deadline.Reopen();
    }

    /// <summary>Ends the deadline of a row that is about to be removed.</summary>
    public async Task EndAsync(IHasDeadline item, CancellationToken cancellation) => CancelOpen(await FindAsync(item, cancellation));

    /// <summary>The deadline that follows the row; one that was cancelled when its project ended stays so.</summary>
    private async Task<Deadline?> FindAsync(IHasDeadline item, CancellationToken cancellation) =>
        item.DeadlineId is { } id ? await db.Deadlines.FirstOrDefaultAsync(d => d.Id == id && d.CancelledAt == null, cancellation) : null;

    private Deadline Begin(IHasDeadline item, string part, string state, DateOnly due)
    {
        var deadline = new Deadline
        {
            ProjectId = item.ProjectId,
            PartCode = part,
            StageCode = state,
            Title = item.DeadlineTitle,
            DueOn = due,
        };
        db.Add(deadline);
        item.DeadlineId = deadline.Id;
        return deadline;
    }

    private void CancelOpen(Deadline? deadline)
    {
        if (deadline is { IsOpen: true })
            deadline.Cancel(clock.GetUtcNow().UtcDateTime);
    }
}
