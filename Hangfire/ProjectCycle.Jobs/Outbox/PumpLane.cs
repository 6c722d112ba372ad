namespace ProjectCycle.Jobs.Outbox;

/// <summary>One message at a time of some kind. A lane is a promise that one kind never waits behind another.</summary>
/// <param name="kind">The only kind this lane takes; empty for any.</param>
internal sealed class PumpLane(string kind) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public string Kind { get; } = kind;

    /// <summary>False when the lane is still busy from an earlier round.</summary>
    public bool TryEnter() => _free.Wait(0);

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
