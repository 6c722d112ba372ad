using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Demo;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Demo;

public sealed class BenchmarkSeedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("projectcycle-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenAskedTwice_MakesTheSameRows(DatabaseProvider provider)
    {
        var first = await DumpAsync(provider);
        var second = await DumpAsync(provider);

        Assert.Equal(1 + 50 + (50 * 20), first.Count(line => !line.StartsWith("move", StringComparison.Ordinal)));
        Assert.Equal(first, second);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenDone_LeavesSoundProjectsInTheReachOfOneManager(DatabaseProvider provider)
    {
        await using var services = await FilledDemo.EmptyAsync(provider, _folder);
        var seeded = (await FillAsync(services, 120)).Value;

        var db = services.Root.CreateScope().ServiceProvider.GetRequiredService<AppDbContext>();
        var projects = await db.Projects.ToListAsync();
        var moves = (await db.StageMoves.OrderBy(m => m.On).ThenBy(m => m.RecordedAt).ThenBy(m => m.Id).ToListAsync()).ToLookup(m => m.ProjectId);
        Assert.Equal((120, 2400), (seeded.Projects, await db.Deadlines.CountAsync()));
        Assert.Equal(120, projects.Select(p => p.Name.Id).Distinct().Count());
        Assert.Superset(StateCodes.Stages.ToHashSet(), projects.Select(p => p.State).ToHashSet());
        Assert.All(projects, project => Assert.Equal(project.State, moves[project.Id].Last().To));
        Assert.Equal((40, 60, 201), (await db.Units.CountAsync(), await db.Partners.CountAsync(), await db.Users.CountAsync()));
        Assert.Equal(40, await db.UnitMemberships.CountAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == seeded.Mail)));
        Assert.Equal(0, await db.AuditEntries.CountAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenThereIsSomethingAlready_IsRefused(DatabaseProvider provider)
    {
        await using var services = await FilledDemo.EmptyAsync(provider, _folder);
        Assert.True((await FillAsync(services, 1)).Succeeded);

        Assert.Equal("data-not-empty", Assert.Single((await FillAsync(services, 1)).Refusals).Code);
    }

    private static Task<Outcome<BenchmarkSeeded>> FillAsync(TestServices services, int projects) =>
        services.InScopeAsync(s => s.GetRequiredService<BenchmarkSeed>().FillAsync(projects, "Contoh-2026!", default));

    /// <summary>What was made, in words without ids.</summary>
    private async Task<IReadOnlyList<string>> DumpAsync(DatabaseProvider provider)
    {
        await using var services = await FilledDemo.EmptyAsync(provider, _folder);
        var seeded = (await FillAsync(services, 50)).Value;
        return await services.InScopeAsync<IReadOnlyList<string>>(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var projects = await db.Projects.Include(p => p.Amounts).OrderBy(p => p.Code).ToListAsync();
            var codes = projects.ToDictionary(p => p.Id, p => p.Code);
            var deadlines = await db.Deadlines.ToListAsync();
            var moves = await db.StageMoves.ToListAsync();
            return
            [
                seeded.ToString(),
                .. projects.Select(p => $"project {p.Code} {p.Name.Id} {p.TemplateId} {p.State} {p.StateSince} {string.Join(' ', p.Amounts.Select(a => $"{a.Kind}{a.MinorUnits}{a.Currency}").Order())}"),
                .. deadlines.Select(d => $"deadline {codes[d.ProjectId]} {d.Title.En} {d.DueOn} {d.DoneOn} {d.CancelledAt}").Order(StringComparer.Ordinal),
                .. moves.Select(m => $"move {codes[m.ProjectId]} {m.From} {m.To} {m.RecordedAt:O} {m.Gate}").Order(StringComparer.Ordinal),
            ];
        });
    }
}
