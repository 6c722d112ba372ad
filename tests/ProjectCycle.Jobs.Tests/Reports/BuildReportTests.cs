using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Jobs.Outbox;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Jobs.Tests.Reports;

public sealed class BuildReportTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Pump_WhenAWorkbookWasAskedFor_MakesItOverTheAskersRows(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        await world.RegisterAsync("JMB-01");
        await world.RegisterAsync("JMB-02");
        var id = await RequestAsync(world, "?q=JMB-02");

        await PumpAsync(world);

        var run = await world.ReadAsync(db => db.ReportRuns.SingleAsync());
        Assert.Equal((ReportState.Ready, run.RowsTotal), (run.State, run.RowsDone));
        var text = await SheetTextAsync(world, id);
        Assert.Contains("JMB-02", text, StringComparison.Ordinal);
        Assert.DoesNotContain("JMB-01", text, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Pump_WhenObstaclesWereAskedFor_MakesThemOverTheAskersReachAndFilter(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AddObstacleAsync(world, code, "O4.1", "Anggaran terbatas", daysAgo: 20);
        await AddObstacleAsync(world, code, "O8.1", "Lahan belum siap", daysAgo: 2);
        var to = DateOnly.FromDateTime(FakeClock.Start).AddDays(-5);
        var id = (await world.AsAsync<RequestReport, Outcome<Guid>>(Role.Staff, r => r.HandleAsync(new ObstacleFilter { To = to, Code = "O1" }, default))).Value;

        await PumpAsync(world);

        var run = await world.ReadAsync(db => db.ReportRuns.SingleAsync());
        Assert.Equal((ReportState.Ready, 1, $"?to={to:yyyy-MM-dd}"), (run.State, run.RowsTotal, run.Query));
        var text = await SheetTextAsync(world, id);
        Assert.Contains("Anggaran terbatas", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lahan belum siap", text, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Pump_WhenTheLedgersWorkbooksWereAskedFor_MakesAllOfThem(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync()) with { IsSoe = true });
        var ids = new Dictionary<string, Guid>();
        foreach (var report in LedgerReports.All)
            ids.Add(report, (await world.AsAsync<RequestReport, Outcome<Guid>>(Role.Staff, r => r.HandleAsync(report, new LedgerReportFilter { Project = "JMB-01" }, default))).Value);

        await PumpAsync(world);

        var runs = await world.ReadAsync(db => db.ReportRuns.ToListAsync());
        Assert.All(runs, run => Assert.Equal((run.Report, ReportState.Ready, run.RowsTotal, "?project=JMB-01&cutoff=2026-03-04"), (run.Report, run.State, run.RowsDone, run.Query)));
        foreach (var (report, id) in ids)
            Assert.Contains(report is LedgerReports.Plan ? "Pengelolaan sampah" : world.Agreement.Number, await SheetTextAsync(world, id), StringComparison.Ordinal);
    }

    private static Task<Outcome<Guid>> AddObstacleAsync(World world, string project, string code, string cause, int daysAgo) =>
        world.AsAsync<SaveObstacle, Outcome<Guid>>(Role.Staff, save => save.AddAsync(
            project, new ObstacleInput { Code = code, Cause = cause, StartedOn = DateOnly.FromDateTime(FakeClock.Start).AddDays(-daysAgo) }, default));

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Open_WhenSomebodyElseAsked_FindsNothing(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var id = await RequestAsync(world, "");
        await PumpAsync(world);

        Assert.Null(await world.AsAsync<RequestReport, Download?>(Role.Auditor, r => r.OpenAsync(id, default)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Pump_WhenTheAskerHasLeft_SaysSoAndMakesNothing(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        await RequestAsync(world, "");
        await world.WriteAsync(async db => (await db.Users.SingleAsync(u => u.Id == world.Person(Role.Staff).Id)).IsActive = false);

        await PumpAsync(world);

        var run = await world.ReadAsync(db => db.ReportRuns.SingleAsync());
        Assert.Equal((ReportState.Failed, "left", null), (run.State, run.Error, run.FileHash));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Pump_WhenTheAskerHasWaitedLong_TellsThemByMail(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        await RequestAsync(world, "");
        world.Clock.Advance(TimeSpan.FromMinutes(2));

        await PumpAsync(world);

        var mail = await world.ReadAsync(db => db.Mails.SingleAsync());
        Assert.Equal(world.Person(Role.Staff).Id, mail.RecipientId);
        Assert.Contains("/reports", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    public async Task Handle_WhenCalledAgain_LeavesTheFinishedFileAlone(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var id = await RequestAsync(world, "");
        await PumpAsync(world);
        var first = await world.ReadAsync(db => db.ReportRuns.SingleAsync());

        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.Services.InScopeAsync(async scope =>
        {
            await scope.GetServices<IOutboxHandler>().Single(h => h.Kind == OutboxKinds.BuildReport).HandleAsync(id, default);
            return true;
        });

        Assert.Equal(first.FileHash, (await world.ReadAsync(db => db.ReportRuns.SingleAsync())).FileHash);
        Assert.Equal(first.FinishedAt, (await world.ReadAsync(db => db.ReportRuns.SingleAsync())).FinishedAt);
    }

    private static Task<World> WorldAsync(DatabaseProvider provider) =>
        World.CreateAsync(provider, services => services.AddJobs(new JobsOptions { Enabled = false }, DatabaseProvider.Sqlite, ""));

    private static async Task<Guid> RequestAsync(World world, string query) =>
        (await world.AsAsync<RequestReport, Outcome<Guid>>(Role.Staff, r => r.HandleAsync(ProjectListFilter.Parse(query), default))).Value;

    private static Task PumpAsync(World world) => world.Services.Root.GetRequiredService<OutboxPump>().RunAsync(default);

    private static Task<string> SheetTextAsync(World world, Guid id) => world.AsAsync<RequestReport, string>(Role.Staff, async reports =>
    {
        await using var content = (await reports.OpenAsync(id, default))!.Content;
        await using var zip = new ZipArchive(content);
        var text = "";
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text += await reader.ReadToEndAsync();
        }
        return text;
    });
}
