using System.Diagnostics;
using System.Globalization;
using ProjectCycle.Features.Demo;

namespace ProjectCycle.Benchmarks;

/// <param name="Postgres">Connection string; null for SQLite.</param>
internal sealed record LoadOptions(int Projects, int Connections, TimeSpan Time, string? Postgres);

/// <summary>Seeds an empty data folder, serves it from a process of its own, and measures page by page.</summary>
internal static class LoadRun
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("project list", "/projects"),
        ("filtered list", "/projects?state=implementation&sort=-days&page=2"),
        ("search", "/projects?q=air+bersih"),
        ("project page", "/projects/{code}"),
        ("gate card", "/projects/{code}/cycle"),
        ("home", "/"),
    ];

    /// <summary>Over all pages. Until then the runtime is still compiling what it has seen to be busy; a fresh server costs three times as much.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(120);

    public static async Task<int> RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("projectcycle-bench-");
        try
        {
            var program = new ServedProgram(folder.FullName, options.Postgres);
            Console.WriteLine($"{(options.Postgres is null ? "SQLite" : "PostgreSQL")}, {options.Projects} projects, {Environment.ProcessorCount} processors");
            Tell("seed", await program.RunAsync(["seed", "--projects", options.Projects.ToString(CultureInfo.InvariantCulture)], cancellation));
            Tell("export", await program.RunAsync(["report", "portfolio", "--out", Path.Combine(folder.FullName, "portfolio.xlsx")], cancellation));
            await MeasureExportsAsync(program, cancellation);
            await MeasurePagesAsync(program, options, cancellation);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In a server of its own, so that the peak of its memory is that of exports.</summary>
    private static async Task MeasureExportsAsync(ServedProgram program, CancellationToken cancellation)
    {
        using var server = await program.ServeAsync(cancellation);
        await server.QuietAsync(cancellation);
        using var client = await program.SignInAsync(BenchmarkSeed.Mail, cancellation);
        for (var i = 1; i <= 4; i++)
        {
            var before = server.CpuTime;
            var watch = Stopwatch.StartNew();
            await ServedProgram.ExportAsync(client, cancellation);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"export {i} of the served program: {watch.Elapsed.TotalSeconds:F1} s from asking to file, {(server.CpuTime - before).TotalSeconds:F1} s CPU, {server.PeakMemory / 1024 / 1024} MiB peak"));
        }
    }

    private static async Task MeasurePagesAsync(ServedProgram program, LoadOptions options, CancellationToken cancellation)
    {
        var queries = await QueryCounts.OfAsync(program, Pages, cancellation);
        using var server = await program.ServeAsync(cancellation);
        await server.QuietAsync(cancellation);
        using var client = await program.SignInAsync(BenchmarkSeed.Mail, cancellation);
        var code = await ServedProgram.FirstCodeAsync(client, cancellation);
        Console.WriteLine("| page | queries | requests/s | p50 ms | p95 ms | p99 ms | server CPU ms/request |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var addresses = Pages.Select(page => (page.Name, Path: page.Path.Replace("{code}", code, StringComparison.Ordinal))).ToList();
        foreach (var (_, path) in addresses)
            await Load.RunAsync(client, path, options.Connections, WarmUp / Pages.Length, cancellation);
        foreach (var (name, path) in addresses)
        {
            var before = server.CpuTime;
            var result = await Load.RunAsync(client, path, options.Connections, options.Time, cancellation);
            var cpu = (server.CpuTime - before).TotalMilliseconds / result.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {queries[name]} | {result.PerSecond:F0} | {result.Percentile(50):F1} | {result.Percentile(95):F1} | {result.Percentile(99):F1} | {cpu:F2} |"));
        }
    }

    private static void Tell(string what, ProgramRun run) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {run.Output.Trim()} ({run.Wall.TotalSeconds:F1} s wall, {run.Cpu.TotalSeconds:F1} s CPU, {run.PeakMemory / 1024 / 1024} MiB peak)"));
}
