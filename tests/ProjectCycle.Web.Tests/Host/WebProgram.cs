using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Data.Sqlite;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Web.Tests.Host;

/// <summary>The whole program on a database of its own, with a clock that stands still and no background work.</summary>
public sealed class WebProgram : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "Rumah-pohon-77";

    private TestDatabase _database = null!;

    public FakeClock Clock { get; } = new();

    /// <summary>What reaches the database.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>Raised out of the way, since all tests come from one address.</summary>
    public int SignInsPerMinute { get; init; } = 10_000;

    /// <summary>Raised for the same reason.</summary>
    public int CalendarsPerMinute { get; init; } = 10_000;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A browser with its own cookies.</summary>
    public Browser Open(string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new Browser(client);
    }

    /// <summary>A browser in which a new person with <paramref name="roles"/> has signed in.</summary>
    public async Task<(Browser Browser, User User)> SignedInAsync(params Role[] roles)
    {
        var user = await AddUserAsync(roles);
        var browser = Open();
        await browser.SignInAsync(user.Email!, Password);
        return (browser, user);
    }

    /// <summary>Adds a person who may sign in with <see cref="Password"/>.</summary>
    public Task<User> AddUserAsync(params Role[] roles) => AddAsync(Samples.User(roles: roles));

    /// <summary>Gives <paramref name="user"/> the <see cref="Password"/> and adds them.</summary>
    public async Task<User> AddAsync(User user)
    {
        user.Language = "en";
        await InScopeAsync(services => services.GetRequiredService<UserManager<User>>().CreateAsync(user, Password));
        return user;
    }

    /// <summary>Looks into the database.</summary>
    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => InScopeAsync(services => read(services.GetRequiredService<AppDbContext>()));

    /// <summary>Writes what no page writes.</summary>
    public Task WriteAsync(params object[] rows) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ProjectCycle:DataDirectory", Path.Combine(_database.Folder, "data"));
        builder.UseSetting("ProjectCycle:Database:ConnectionString", _database.ConnectionString);
        builder.UseSetting("ProjectCycle:PublicUrl", "https://cycle.example.test");
        builder.UseSetting("ProjectCycle:SignInsPerMinute", $"{SignInsPerMinute}");
        builder.UseSetting("ProjectCycle:CalendarsPerMinute", $"{CalendarsPerMinute}");
        builder.UseSetting("ProjectCycle:Jobs:Enabled", "false");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(Queries));
        });
    }
}
