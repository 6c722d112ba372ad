using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Features.Demo;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;

namespace ProjectCycle.Features.Tests.Demo;

/// <summary>The demo, filled once on each database; its tests read only.</summary>
public sealed class FilledDemo : IAsyncLifetime
{
    public const string Password = "Contoh-2026!";

    private readonly Dictionary<DatabaseProvider, Lazy<Task<TestServices>>> _filled;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("projectcycle-");

    public FilledDemo() => _filled = Enum.GetValues<DatabaseProvider>().ToDictionary(p => p, p => new Lazy<Task<TestServices>>(() => FillAsync(p)));

    public Task<TestServices> OnAsync(DatabaseProvider provider) => _filled[provider].Value;

    /// <summary>Looks into the database.</summary>
    public async Task<T> ReadAsync<T>(DatabaseProvider provider, Func<AppDbContext, Task<T>> read) =>
        await (await OnAsync(provider)).InScopeAsync(services => read(services.GetRequiredService<AppDbContext>()));

    /// <summary>One request of the demo's person with this mail address.</summary>
    public async Task<T> AsAsync<TService, T>(DatabaseProvider provider, string mail, Func<TService, Task<T>> act)
        where TService : notnull =>
        await (await OnAsync(provider)).InScopeAsync(async services =>
        {
            var user = await services.GetRequiredService<AppDbContext>().Users.Include(u => u.Roles).Include(u => u.Units).Include(u => u.Agreements)
                .AsSplitQuery().SingleAsync(u => u.Email == mail);
            services.GetRequiredService<CurrentUser>().Become(
                new Person(user.Id, user.DisplayName, user.Language, [.. user.Roles.Select(r => r.Role)], [.. user.Units.Select(m => m.UnitId)], [.. user.Agreements.Select(a => a.AgreementId)]),
                "192.0.2.7");
            return await act(services.GetRequiredService<TService>());
        });

    /// <summary>The product's services over an empty database.</summary>
    public static Task<TestServices> EmptyAsync(DatabaseProvider provider, DirectoryInfo parent)
    {
        var folder = parent.CreateSubdirectory($"{Guid.NewGuid():N}").FullName;
        var mailTemplates = Path.Combine(AppContext.BaseDirectory, "templates", "mail");
        return TestServices.CreateAsync(provider, services => services
            .AddFeatures(new DataFolder(folder))
            .AddSingleton(World.Templates)
            .AddMail(new MailOptions(), MailComposer.Load(mailTemplates).Composer, Path.Combine(folder, "mail"))
            .AddScoped<IPasswordHasher<User>, PasswordHasher<User>>()
            .AddScoped<DemoData>()
            .AddScoped<BenchmarkSeed>());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var filled in _filled.Values.Where(f => f.IsValueCreated && f.Value.IsCompletedSuccessfully))
            await (await filled.Value).DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<TestServices> FillAsync(DatabaseProvider provider)
    {
        var services = await EmptyAsync(provider, _folder);
        _ = (await services.InScopeAsync(s => s.GetRequiredService<DemoData>().FillAsync(Password, default))).Value;
        return services;
    }
}
