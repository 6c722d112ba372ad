using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class TemplateStartupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("projectcycle-templates-");

    public TemplateStartupTests() =>
        Write(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", "cycles", "generic.yaml")));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Load_WhenFirstSeen_StoresTheVersionOnce(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);

        await LoadAsync(services);
        var (catalog, faults) = await LoadAsync(services);

        Assert.Empty(faults);
        Assert.Equal(1, catalog!.Current("generic")!.Version);
        Assert.Equal(1, await CountAsync(services));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Load_WhenAPublishedVersionWasEdited_IsRefused(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);
        await LoadAsync(services);
        Write(Read().Replace("expectedDays: 365", "expectedDays: 10", StringComparison.Ordinal));

        var (catalog, faults) = await LoadAsync(services);

        Assert.Null(catalog);
        var fault = Assert.Single(faults);
        Assert.Equal("generic.yaml", Path.GetFileName(fault.File));
        Assert.Contains("higher version", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Load_WhenANewVersionIsPublished_KeepsTheOldOneForItsProjects(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);
        await LoadAsync(services);
        Write(Read().Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("expectedDays: 365", "expectedDays: 10", StringComparison.Ordinal));

        var (catalog, _) = await LoadAsync(services);

        Assert.Equal(2, catalog!.Current("generic")!.Version);
        Assert.Equal(365, catalog.Find("generic", 1)!.State("preparation").ExpectedDays);
        Assert.Equal(10, catalog.Find("generic", 2)!.State("preparation").ExpectedDays);
    }

    [Theory]
    [OnSqlite]
    public async Task Load_WhenAFileIsBroken_StoresNothingOfTheOthers(DatabaseProvider provider)
    {
        await using var services = await TestServices.CreateAsync(provider);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "broken.yaml"), "id: broken\nversion: 1\nstart: nowhere\n");

        var (catalog, faults) = await LoadAsync(services);

        Assert.Null(catalog);
        Assert.All(faults, fault => Assert.Equal("broken.yaml", Path.GetFileName(fault.File)));
        Assert.Equal(0, await CountAsync(services));
    }

    private string Read() => File.ReadAllText(Path.Combine(_folder.FullName, "generic.yaml"));

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.FullName, "generic.yaml"), text);

    private Task<(TemplateSet? Catalog, IReadOnlyList<TemplateFault> Faults)> LoadAsync(TestServices services) =>
        services.InScopeAsync(scope => TemplateStartup.LoadAsync(
            Get(scope), _folder.FullName, services.Clock, default));

    private static Task<int> CountAsync(TestServices services) => services.InScopeAsync(scope => Get(scope).Templates.CountAsync());

    private static AppDbContext Get(IServiceProvider scope) => (AppDbContext)scope.GetService(typeof(AppDbContext))!;
}
