using System.Diagnostics;

namespace ProjectCycle.Benchmarks;

/// <summary>How long each of the requests took.</summary>
internal sealed class LoadResult(List<double> milliseconds, TimeSpan time)
{
    private readonly List<double> _sorted = [.. milliseconds.Order()];

    public int Count => _sorted.Count;
    public double PerSecond => Count / time.TotalSeconds;

    /// <summary>The value below which <paramref name="percent"/> of the requests lie (nearest rank).</summary>
    public double Percentile(int percent) => _sorted[Math.Max(0, (int)Math.Ceiling(_sorted.Count * percent / 100.0) - 1)];
}

/// <summary>Asks for one page again and again over a number of connections. Bounded in time; any answer but 200 ends it.</summary>
internal static class Load
{
    public static async Task<LoadResult> RunAsync(HttpClient client, string path, int connections, TimeSpan time, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => LaneAsync(client, path, watch, time, cancellation)));
        return new LoadResult([.. all.SelectMany(lane => lane)], watch.Elapsed);
    }

    private static async Task<List<double>> LaneAsync(HttpClient client, string path, Stopwatch watch, TimeSpan time, CancellationToken cancellation)
    {
        var took = new List<double>();
        while (watch.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(path, cancellation);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync(cancellation);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return took;
    }
}
