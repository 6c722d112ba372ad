namespace ProjectCycle.Jobs.Outbox;

/// <summary>
/// One message at a time, of mails or of everything else. Neither ever waits behind the other: not a mail behind a workbook, not a
/// workbook behind mails that a server lets hang.
/// </summary>
internal sealed class PumpLane(bool isForMail) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public bool IsForMail { get; } = isForMail;

    /// <summary>False when the lane is still busy from an earlier round.</summary>
    public bool TryEnter() => _free.Wait(0);

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
