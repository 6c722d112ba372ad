using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class RetireTemplateTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates", "cycles");

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Retire_OfTheNewest_MakesTheOneBeforeCurrentAndLeavesItsProjectsAlone(DatabaseProvider provider)
    {
        await using var world = await StartedAsync(provider);
        await PublishTemplateTests.PublishAsync(world, GenericEditions.Later());
        var pinned = await world.RegisterAsync("JMB-01");

        Assert.True((await RetireAsync(world, "generic", 2)).Succeeded);

        var fresh = await world.RegisterAsync("JMB-02");
        Assert.Equal((2, 1), ((await world.ViewAsync(pinned))!.Template.Version, (await world.ViewAsync(fresh))!.Template.Version));
        await world.SupplyAsync(pinned, MoveKind.Advance);
        Assert.True((await world.MoveAsync(pinned, MoveKind.Advance)).Succeeded);
        var rows = await world.AsAsync<TemplateVersions, IReadOnlyList<VersionRow>>(Role.Administrator, v => v.ListAsync("generic", default));
        Assert.Equal([(2, VersionState.Retired, 1, "administrator"), (1, VersionState.Current, 1, null)], rows.Select(r => (r.Template.Version, r.State, r.Projects, r.RetiredBy)));
        var audit = await world.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Entity == "StoredTemplate" && e.Action == "changed"));
        Assert.Equal(("administrator", "generic/2"), (audit.UserName, audit.EntityId));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Retire_OfTheOnlyVersion_KeepsTheTemplateFromNewProjectsUntilItIsRestored(DatabaseProvider provider)
    {
        await using var world = await StartedAsync(provider);
        await world.RegisterAsync("JMB-01", "ksdpl");
        await RetireAsync(world, "ksdpl", 1);

        var refused = await world.AsAsync<RegisterProject, Outcome<string>>(Role.Staff, r => r.HandleAsync(Samples.Details(world.Unit, "JMB-02"), "ksdpl", [], default));
        Assert.Equal("unknown-template", Assert.Single(refused.Refusals).Code);
        Assert.Contains("ksdpl", world.Services.Root.GetRequiredService<TemplateCatalog>().Known().Select(t => t.Id));

        await world.AsAsync<RetireTemplate, Outcome<Done>>(Role.Administrator, r => r.RestoreAsync("ksdpl", 1, default));
        Assert.Equal("JMB-02", await world.RegisterAsync("JMB-02", "ksdpl"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Marks_WhenTheProgramStartsAgain_AreStillThereAndUploadsToo(DatabaseProvider provider)
    {
        await using var world = await StartedAsync(provider);
        await PublishTemplateTests.PublishAsync(world, GenericEditions.Later());
        await PublishTemplateTests.PublishAsync(world, GenericEditions.Replaced(GenericEditions.Later(3), "days: 40", "days: 41"));
        await RetireAsync(world, "generic", 3);

        var (set, faults) = await LoadAsync(world, Folder);

        Assert.Empty(faults);
        Assert.Equal([1, 2, 3], set!.All.Where(t => t.Id == "generic").Select(t => t.Version));
        Assert.Equal(2, set.Current("generic")!.Version);
    }

    [Theory]
    [OnSqlite]
    public async Task Start_WhenTheFolderHasWhatWasUploaded_TakesItAndOtherwiseSaysSo(DatabaseProvider provider)
    {
        await using var world = await StartedAsync(provider);
        await PublishTemplateTests.PublishAsync(world, GenericEditions.Later());
        var folder = Directory.CreateTempSubdirectory("projectcycle-later-");
        try
        {
            var file = Path.Combine(folder.FullName, "generic.yaml");
            await File.WriteAllTextAsync(file, GenericEditions.Later());
            Assert.Empty((await LoadAsync(world, folder.FullName)).Faults);

            await File.WriteAllTextAsync(file, GenericEditions.Later() + "# changed\n");
            Assert.Contains("published before with other content", Assert.Single((await LoadAsync(world, folder.FullName)).Faults).Reason, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Start_OfTwoNodesAtOnce_StoresEachFileOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var both = await Task.WhenAll(Task.Run(() => LoadAsync(world, Folder)), Task.Run(() => LoadAsync(world, Folder)));

        Assert.All(both, loaded => Assert.Empty(loaded.Faults));
        Assert.Equal(World.Templates.All.Count, await world.ReadAsync(db => db.Templates.CountAsync()));
    }

    private static async Task<World> StartedAsync(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await LoadAsync(world, Folder);
        return world;
    }

    private static Task<(TemplateSet? Set, IReadOnlyList<TemplateFault> Faults)> LoadAsync(World world, string folder) =>
        world.Services.InScopeAsync(s => TemplateStartup.LoadAsync(s.GetRequiredService<AppDbContext>(), folder, world.Clock, default));

    private static Task<Outcome<Done>> RetireAsync(World world, string id, int version) =>
        world.AsAsync<RetireTemplate, Outcome<Done>>(Role.Administrator, r => r.RetireAsync(id, version, default));
}
