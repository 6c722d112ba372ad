using System.Runtime.CompilerServices;

namespace ProjectCycle.Features.Reports;

/// <summary>Reads the next batch of rows on another thread while those of the last are being used.</summary>
public static class ReadAhead
{
    /// <summary>The rows of all batches, in order. One batch is read at a time, and none is still being read once this ends.</summary>
    public static async IAsyncEnumerable<T> Of<T>(
        IEnumerable<Func<Task<List<T>>>> batches, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var reads = batches.GetEnumerator();
        var reading = Next();
        try
        {
            while (reading is not null)
            {
                var rows = await reading;
                cancellation.ThrowIfCancellationRequested();
                reading = Next();
                foreach (var row in rows)
                    yield return row;
            }
        }
        finally
        {
            if (reading is not null)
                await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever stopped early need not hear of it
        }

        Task<List<T>>? Next() => reads.MoveNext() ? Task.Run(reads.Current, CancellationToken.None) : null;
    }
}
