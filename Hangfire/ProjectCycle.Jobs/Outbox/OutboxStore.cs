using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Domain.Background;
using ProjectCycle.Features.Background;

namespace ProjectCycle.Jobs.Outbox;

/// <summary>Claims, renews and finishes outbox messages. A claim is a lease under a token of its own; every later word needs that token.</summary>
internal sealed class OutboxStore(AppDbContext db, TimeProvider clock)
{
    /// <summary>
    /// What was tried before goes after what was not. Else the messages in hand when the process dies would be first again after
    /// every start, until those that did nothing wrong are taken for what kills it.
    /// </summary>
    private const string Claim =
        """
        UPDATE "OutboxMessages" SET "State" = 'Running', "LeasedBy" = {0}, "LeasedUntil" = {1}, "Attempts" = "Attempts" + 1
        WHERE "Id" = (
            SELECT "Id" FROM "OutboxMessages"
            WHERE (("State" = 'Pending' AND "DueAt" <= {2}) OR ("State" = 'Running' AND "LeasedUntil" < {2})) AND ("Kind" = {3}) = {4}
            ORDER BY "Attempts", "DueAt", "Id" LIMIT 1
        """;

    private const string OnSqlite = Claim + ") RETURNING *";
    private const string OnPostgres = Claim + " FOR UPDATE SKIP LOCKED) RETURNING *";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The next due message, or one whose lease ran out; null when there is none.</summary>
    /// <param name="mail">A mail; false for anything else.</param>
    public async Task<OutboxMessage?> ClaimAsync(bool mail, string token, TimeSpan lease, CancellationToken cancellation)
    {
        var sql = db is PostgresDbContext ? OnPostgres : OnSqlite;
        var claimed = await db.Outbox.FromSqlRaw(sql, token, Now + lease, Now, OutboxKinds.SendMail, mail).AsNoTracking().ToListAsync(cancellation);
        return claimed.SingleOrDefault();
    }

    /// <summary>False when the lease is no longer ours.</summary>
    public async Task<bool> RenewAsync(OutboxMessage message, TimeSpan lease, CancellationToken cancellation)
    {
        var until = Now + lease;
        return await Leased(message).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, until), cancellation) == 1;
    }

    /// <summary>Puts the message where <paramref name="state"/> says, unless the lease was lost meanwhile.</summary>
    /// <param name="error">Null keeps none. Servers say anything; PostgreSQL keeps no NUL.</param>
    public async Task<bool> ReleaseAsync(OutboxMessage message, OutboxState state, DateTime dueAt, int attempts, string? error)
    {
        var words = error?.Replace('\0', ' ');
        var finishedAt = state is OutboxState.Done or OutboxState.Parked ? Now : (DateTime?)null;
        return await Leased(message).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.DueAt, dueAt)
            .SetProperty(m => m.Attempts, attempts)
            .SetProperty(m => m.LastError, words)
            .SetProperty(m => m.FinishedAt, finishedAt)
            .SetProperty(m => m.LeasedBy, (string?)null)
            .SetProperty(m => m.LeasedUntil, (DateTime?)null)) == 1;
    }

    private IQueryable<OutboxMessage> Leased(OutboxMessage message) =>
        db.Outbox.Where(m => m.Id == message.Id && m.State == OutboxState.Running && m.LeasedBy == message.LeasedBy);
}
