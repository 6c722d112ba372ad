using ProjectCycle.Features.Reports;

namespace ProjectCycle.Features.Tests.Reports;

public sealed class ReadAheadTests
{
    [Fact]
    public async Task Of_SeveralBatches_GivesAllRowsInOrder() =>
        Assert.Equal([1, 2, 3, 4], await ReadAhead.Of([Batch(1, 2), Batch(), Batch(3), Batch(4)]).ToListAsync());

    [Fact]
    public async Task Of_WhileRowsAreUsed_ReadsTheNextBatchAndNoMore()
    {
        var started = new List<int>();
        var second = new TaskCompletionSource();
        await foreach (var row in ReadAhead.Of([Started(1), Started(2), Started(3)]))
        {
            await second.Task.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal([1, 2], started);
            break;
        }

        Func<Task<List<int>>> Started(int batch) => () =>
        {
            started.Add(batch);
            if (batch == 2)
                second.SetResult();
            return Task.FromResult(new List<int> { batch });
        };
    }

    [Fact]
    public async Task Of_WhenLeftEarly_EndsOnlyAfterTheBatchBeingRead()
    {
        var gate = new TaskCompletionSource();
        var isRead = false;
        Func<Task<List<int>>> slow = async () =>
        {
            await gate.Task;
            isRead = true;
            throw new InvalidOperationException("nobody waits for this any more");
        };
        var rows = ReadAhead.Of([Batch(1), slow]).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        var ending = rows.DisposeAsync().AsTask();

        Assert.False(ending.IsCompleted);
        gate.SetResult();
        await ending;
        Assert.True(isRead);
    }

    [Fact]
    public async Task Of_WhenABatchFails_FailsAfterTheRowsBeforeIt()
    {
        var seen = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var row in ReadAhead.Of([Batch(1), () => throw new InvalidOperationException("gone")]))
                seen.Add(row);
        });

        Assert.Equal([1], seen);
    }

    private static Func<Task<List<int>>> Batch(params int[] rows) => () => Task.FromResult(rows.ToList());
}
