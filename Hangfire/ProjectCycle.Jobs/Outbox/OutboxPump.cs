using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Domain.Background;
using ProjectCycle.Features.Background;
using ProjectCycle.Jobs.Background;

namespace ProjectCycle.Jobs.Outbox;

/// <summary>
/// Leases due outbox messages one by one and hands them to the handler of their kind. A message that fails waits longer each
/// time and is parked at last; one whose node died is taken over when its lease runs out. Rounds may overlap: each lane is
/// worked by one of them.
/// </summary>
public sealed class OutboxPump(IServiceScopeFactory scopes, JobsOptions options, TimeProvider clock, ILogger<OutboxPump> logger) : IDisposable
{
    /// <summary>After this many failures a person has to look.</summary>
    public const int MostAttempts = 8;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private readonly PumpLane[] _lanes = [.. Enumerable.Range(0, Lanes(options)).Select(number => new PumpLane(isForMail: number > 0))];

    /// <summary>Messages handled at a time: so many mails, and one other.</summary>
    public static int Lanes(JobsOptions options) => 1 + Math.Clamp(options.MailWorkers, 1, 16);

    private TimeSpan Lease => TimeSpan.FromSeconds(options.LeaseSeconds);

    /// <summary>Works until nothing is due; says what it did, or null when there was nothing to do.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(_lanes.Where(lane => lane.TryEnter()).ToList().Select(lane => WorkAsync(lane, cancellation)));
        var (done, failed) = (counts.Sum(c => c.Done), counts.Sum(c => c.Failed));
        return done + failed == 0 ? null : FormattableString.Invariant($"{done} done, {failed} failed");
    }

    /// <summary>How long to wait after that many failed attempts: 4 s, 16 s, 64 s and so on, about six hours in all before the last.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        attempts > MostAttempts ? LongestPause : new[] { TimeSpan.FromSeconds(1 << (2 * attempts)), LongestPause }.Min();

    public void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Dispose();
    }

    private async Task<(int Done, int Failed)> WorkAsync(PumpLane lane, CancellationToken cancellation)
    {
        try
        {
            var (done, failed) = (0, 0);
            while (await ClaimAsync(lane.IsForMail, cancellation) is { } message)
            {
                if (await HandleAsync(message, cancellation))
                    done++;
                else
                    failed++;
            }
            return (done, failed);
        }
        finally
        {
            lane.Leave();
        }
    }

    private async Task<bool> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        // It was claimed that often before and nobody came back to tell: it takes the process down with it.
        if (message.Attempts > MostAttempts)
            return await FailAsync(message, "The process ended each time this was tried");
        using var leased = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(message, leased);
        try
        {
            await DispatchAsync(message, leased.Token);
            await ReleaseAsync(message, OutboxState.Done, message.DueAt, message.Attempts, error: null);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await ReleaseAsync(message, OutboxState.Pending, message.DueAt, message.Attempts - 1, message.LastError);
            throw;
        }
        catch (Exception e)
        {
            logger.Log(e is TryAgainLaterException ? LogLevel.Warning : LogLevel.Error, e, "Outbox message {MessageId} ({Kind}) failed on attempt {Attempt}", message.Id, message.Kind, message.Attempts);
            return await FailAsync(message, e.GetBaseException().Message);
        }
        finally
        {
            await leased.CancelAsync();
            await renewing;
        }
    }

    private async Task DispatchAsync(OutboxMessage message, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var handler = HandlerOf(message, scope) ?? throw new InvalidOperationException($"Nothing handles messages of kind {message.Kind}.");
        await handler.HandleAsync(message.SubjectId, cancellation);
    }

    private static IOutboxHandler? HandlerOf(OutboxMessage message, AsyncServiceScope scope) =>
        scope.ServiceProvider.GetServices<IOutboxHandler>().FirstOrDefault(h => h.Kind == message.Kind);

    private async Task<bool> FailAsync(OutboxMessage message, string error)
    {
        var parked = message.Attempts >= MostAttempts;
        if (parked)
            await GiveUpAsync(message);
        var dueAt = parked ? message.DueAt : clock.GetUtcNow().UtcDateTime + PauseAfter(message.Attempts);
        await ReleaseAsync(message, parked ? OutboxState.Parked : OutboxState.Pending, dueAt, message.Attempts, error);
        return false;
    }

    private async Task GiveUpAsync(OutboxMessage message)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (HandlerOf(message, scope) is { } handler)
            await handler.GiveUpAsync(message.SubjectId);
    }

    /// <summary>Keeps the lease while the handler works; stops the handler when another node has taken over.</summary>
    private async Task RenewAsync(OutboxMessage message, CancellationTokenSource leased)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Lease / 3, clock, leased.Token);
                await using var scope = scopes.CreateAsyncScope();
                if (!await StoreOf(scope).RenewAsync(message, Lease, leased.Token))
                {
                    await leased.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The handler has finished.
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The lease of outbox message {MessageId} could not be renewed", message.Id);
        }
    }

    private async Task<OutboxMessage?> ClaimAsync(bool mail, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await StoreOf(scope).ClaimAsync(mail, $"{JobRunner.Node}/{Guid.NewGuid():N}", Lease, cancellation);
    }

    private async Task ReleaseAsync(OutboxMessage message, OutboxState state, DateTime dueAt, int attempts, string? error)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await StoreOf(scope).ReleaseAsync(message, state, dueAt, attempts, error))
            logger.LogWarning("Outbox message {MessageId} was taken over by another node", message.Id);
    }

    private OutboxStore StoreOf(AsyncServiceScope scope) => new(scope.ServiceProvider.GetRequiredService<AppDbContext>(), clock);
}
