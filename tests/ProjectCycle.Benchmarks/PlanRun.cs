using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Reminders;

namespace ProjectCycle.Benchmarks;

/// <param name="OpenDeadlines">How many open deadlines there shall be, spread over the projects.</param>
/// <param name="Postgres">Connection string; null for SQLite.</param>
internal sealed record PlanOptions(int Projects, int OpenDeadlines, int Mornings, string? Postgres);

/// <summary>Seeds an empty data folder, catches up to a morning, and measures the planning of the mornings after it.</summary>
internal static class PlanRun
{
    /// <summary>Due dates lie between this many days ago and <see cref="FurthestDays"/> ahead.</summary>
    private const int OverdueDays = 30;

    private const int FurthestDays = 720;
    private const int BatchSize = 5000;

    public static async Task<int> RunAsync(PlanOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("projectcycle-bench-");
        try
        {
            var program = new ServedProgram(folder.FullName, options.Postgres);
            await program.RunAsync(["seed", "--projects", options.Projects.ToString(CultureInfo.InvariantCulture)], cancellation);
            await using var factory = program.Inside();
            var today = IndonesianZone.Wib.Today(TimeProvider.System);
            var open = await FillAsync(factory.Services, options.OpenDeadlines, today, cancellation);
            Console.WriteLine($"{(options.Postgres is null ? "SQLite" : "PostgreSQL")}, {options.Projects} projects, {open} open deadlines, {Environment.ProcessorCount} processors");
            Console.WriteLine("| morning | looking: CPU s | planning: time s | planning: CPU s | did |");
            Console.WriteLine("|---|---|---|---|---|");
            for (var morning = 0; morning <= options.Mornings; morning++)
                await MeasureAsync(factory.Services, today.AddDays(morning), cancellation);
            await MeasureAsync(factory.Services, today.AddDays(options.Mornings), cancellation);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// All zones, first without writing. The first morning catches up with everything; the last is planned twice, and the second time
    /// owes nothing.
    /// </summary>
    private static async Task MeasureAsync(IServiceProvider services, DateOnly morning, CancellationToken cancellation)
    {
        var looking = await PlanAsync(services, morning, dryRun: true, cancellation);
        var planning = await PlanAsync(services, morning, dryRun: false, cancellation);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {morning:yyyy-MM-dd} | {looking.Cpu.TotalSeconds:F2} | {planning.Wall.TotalSeconds:F2} | {planning.Cpu.TotalSeconds:F2} | {planning.Mails} mails, {planning.Lines} lines |"));
    }

    private static async Task<(TimeSpan Wall, TimeSpan Cpu, int Mails, int Lines)> PlanAsync(
        IServiceProvider services, DateOnly morning, bool dryRun, CancellationToken cancellation)
    {
        var plan = services.GetRequiredService<PlanReminders>();
        var (watch, before, mails, lines) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0, 0);
        foreach (var zone in Enum.GetValues<IndonesianZone>())
        {
            var summary = await plan.RunAsync(zone, morning, dryRun, cancellation);
            mails += summary.Mails;
            lines += summary.Reminders + summary.Suppressed + summary.Collapsed;
        }
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - before, mails, lines);
    }

    /// <summary>Adds deadlines until there are as many open ones as asked for.</summary>
    private static async Task<int> FillAsync(IServiceProvider services, int wanted, DateOnly today, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var open = SameDatabase.WithoutTrail(db);
        var projects = await db.Projects.Select(p => new { p.Id, p.State }).ToListAsync(cancellation);
        var random = new Random(20_150_610);
        var missing = wanted - await db.OpenDeadlines.CountAsync(cancellation);
        foreach (var batch in Enumerable.Range(0, Math.Max(0, missing)).Chunk(BatchSize))
        {
            await using var rows = open();
            rows.ChangeTracker.AutoDetectChangesEnabled = false;
            rows.AddRange(batch.Select(i => new Deadline
            {
                ProjectId = projects[i % projects.Count].Id,
                StageCode = projects[i % projects.Count].State,
                Title = new LocalText($"Report {i}", $"Laporan {i}"),
                DueOn = today.AddDays(random.Next(-OverdueDays, FurthestDays)),
            }));
            await rows.SaveChangesAsync(cancellation);
        }
        await db.LearnSizesAsync(cancellation);
        return await db.OpenDeadlines.CountAsync(cancellation);
    }
}
