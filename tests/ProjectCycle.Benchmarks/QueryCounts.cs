using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;
using ProjectCycle.Features.Demo;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Benchmarks;

/// <summary>Counts the queries of each page, with the program inside this process, where the database can be listened to.</summary>
internal static class QueryCounts
{
    public static async Task<IReadOnlyDictionary<string, int>> OfAsync(
        ServedProgram program, IReadOnlyList<(string Name, string Path)> pages, CancellationToken cancellation)
    {
        var counter = new QueryCounter();
        await using var factory = program.Inside().WithWebHostBuilder(host => host.ConfigureServices(services =>
        {
            services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(counter));
            services.ConfigureDbContext<PostgresDbContext>(options => options.AddInterceptors(counter));
        }));
        using var client = await ServedProgram.SignInAsync(factory.CreateClient(), BenchmarkSeed.Mail, cancellation);
        var code = await ServedProgram.FirstCodeAsync(client, cancellation);
        var counts = new Dictionary<string, int>();
        foreach (var (name, path) in pages)
        {
            var address = path.Replace("{code}", code, StringComparison.Ordinal);
            await client.GetStringAsync(address, cancellation);
            counter.Reset();
            await client.GetStringAsync(address, cancellation);
            counts[name] = counter.Count;
        }
        return counts;
    }
}
