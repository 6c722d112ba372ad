using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Testing;

/// <summary>The product's services over a database of their own, a clock that stands still and a folder for files.</summary>
public sealed class TestServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestServices(TestDatabase database, Action<IServiceCollection>? register)
    {
        Database = database;
        DataDirectory = Directory.CreateDirectory(Path.Combine(database.Folder, "data")).FullName;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddDatabase(database.Provider, database.ConnectionString);
        services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(Queries));
        services.ConfigureDbContext<PostgresDbContext>(options => options.AddInterceptors(Queries));
        register?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public TestDatabase Database { get; }

    public FakeClock Clock { get; } = new();

    /// <summary>What reached the database through these services.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>Where documents and other files go.</summary>
    public string DataDirectory { get; }

    /// <summary>Singletons and scopes for tests that need them directly.</summary>
    public IServiceProvider Root => _services;

    /// <summary>Services over a fresh migrated database; <paramref name="register"/> adds those under test.</summary>
    public static async Task<TestServices> CreateAsync(DatabaseProvider provider, Action<IServiceCollection>? register = null) =>
        new(await TestDatabase.CreateAsync(provider), register);

    /// <summary>The same over a database that earlier tests may have used: see <see cref="TestDatabase.BorrowAsync"/>.</summary>
    public static async Task<TestServices> BorrowAsync(DatabaseProvider provider, Action<IServiceCollection>? register = null) =>
        new(await TestDatabase.BorrowAsync(provider), register);

    /// <summary>One request's worth of work, done by <paramref name="actor"/>, or by the program itself when null.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work, Actor? actor = null)
    {
        await using var scope = _services.CreateAsyncScope();
        if (actor is not null)
        {
            var current = scope.ServiceProvider.GetRequiredService<Actor>();
            (current.UserId, current.Name, current.Address) = (actor.UserId, actor.Name, actor.Address);
        }
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc cref="InScopeAsync{T}"/>
    public Task InScopeAsync(Func<IServiceProvider, Task> work, Actor? actor = null) =>
        InScopeAsync(
            async services =>
            {
                await work(services);
                return true;
            },
            actor);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
