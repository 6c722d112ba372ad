using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

/// <summary>An installation of before the monitoring's cut-offs stood in the templates, started with the templates of today.</summary>
public sealed class NewerTemplateTests : IDisposable
{
    /// <summary>Those whose second version says with what numbers are judged.</summary>
    private static readonly string[] Grown = ["adb-sovereign", "kfw", "on-granting", "worldbank-ipf"];

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "templates", "cycles");

    private readonly DirectoryInfo _before = Directory.CreateTempSubdirectory("projectcycle-before-");

    public NewerTemplateTests()
    {
        foreach (var id in Grown)
            File.WriteAllText(Path.Combine(_before.FullName, $"{id}.yaml"), FirstOf(File.ReadAllText(Path.Combine(Shipped, $"{id}.yaml"))));
    }

    public void Dispose() => _before.Delete(recursive: true);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Start_WhenTheDatabaseHoldsTheFirstVersions_TakesTheSecondAndLetsProjectsGoOn(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, Before);
        Assert.Empty((await StartAsync(world, _before.FullName)).Faults);
        foreach (var id in Grown)
            await world.RegisterAsync($"JMB-{id}".ToUpperInvariant(), id);

        var (set, faults) = await StartAsync(world, Shipped);

        Assert.Empty(faults);
        foreach (var id in Grown)
            Assert.Equal([1, 2], set!.Versions(set.Current(id)!).Select(t => t.Version).Order());
        await world.Services.Root.GetRequiredService<TemplateCatalog>().RefreshAsync(default);
        foreach (var id in Grown)
            await SeeItGoOnAsync(world, $"JMB-{id}".ToUpperInvariant());
        Assert.Equal(2, (await world.ViewAsync(await world.RegisterAsync("JMB-NEW", "kfw")))!.Template.Version);
    }

    /// <summary>On its first version, judged by what the program holds itself.</summary>
    private static async Task SeeItGoOnAsync(World world, string code)
    {
        await world.SupplyAsync(code, MoveKind.Advance);
        Assert.Equal(StateCodes.Preparation, (await world.MoveAsync(code, MoveKind.Advance)).Value.To);
        var template = (await world.ViewAsync(code))!.Template;
        Assert.Equal((1, new MonitoringRules()), (template.Version, template.Monitoring));
    }

    /// <summary>The text as it was stored: another number, and nothing about monitoring, which stands last.</summary>
    private static string FirstOf(string text)
    {
        text = GenericEditions.Replaced(text.ReplaceLineEndings("\n"), "\nversion: 2\n", "\nversion: 1\n");
        return text[..text.IndexOf("\nmonitoring:\n", StringComparison.Ordinal)];
    }

    private void Before(IServiceCollection services) => services.AddSingleton(root =>
        new TemplateCatalog(new TemplateSet(TemplateLoader.LoadFolder(_before.FullName).Templates), root.GetRequiredService<TemplateStore>().ReadAsync));

    private static Task<(TemplateSet? Set, IReadOnlyList<TemplateFault> Faults)> StartAsync(World world, string folder) =>
        world.Services.InScopeAsync(s => TemplateStartup.LoadAsync(s.GetRequiredService<AppDbContext>(), folder, world.Clock, default));
}
