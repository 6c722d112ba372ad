using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Testing.Databases;
using ProjectCycle.Testing.Mail;

namespace ProjectCycle.Browser.Tests.Host;

/// <summary>The whole program on a port of its own, as an office runs it: with its background work and the clock of the machine.</summary>
public sealed class ServedProgram : WebApplicationFactory<Program>
{
    /// <summary>Of every person of the demo.</summary>
    public const string Password = "Rumah-pohon-77";

    private readonly TestDatabase _database;
    private readonly bool _isDemo;

    private ServedProgram(TestDatabase database, bool isDemo)
    {
        _database = database;
        _isDemo = isDemo;
        UseKestrel(0);
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    private string DataFolder => Path.Combine(_database.Folder, "data");

    private string MailFolder => Path.Combine(DataFolder, "mail");

    /// <summary>The program with the demo's projects and people, filled by its own start.</summary>
    public static Task<ServedProgram> WithDemoAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) => StartAsync(provider, isDemo: true);

    /// <summary>The program as it is on its first day.</summary>
    public static Task<ServedProgram> EmptyAsync() => StartAsync(DatabaseProvider.Sqlite, isDemo: false);

    /// <summary>Looks into the program.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Looks into the database.</summary>
    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => InScopeAsync(services => read(services.GetRequiredService<AppDbContext>()));

    /// <summary>The first mail to <paramref name="address"/>, as soon as it lies in the pickup folder.</summary>
    public async Task<ReceivedMail> MailToAsync(string address)
    {
        var arrived = new TaskCompletionSource<ReceivedMail>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Directory.CreateDirectory(MailFolder).FullName, "*.eml");
        watcher.Created += (_, file) => Look(file.FullPath);
        watcher.Renamed += (_, file) => Look(file.FullPath);
        watcher.EnableRaisingEvents = true;
        foreach (var file in Directory.GetFiles(MailFolder, "*.eml"))
            Look(file);
        return await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1));

        void Look(string file)
        {
            var mail = ReceivedMail.Read(file);
            if (mail.Headers["To"].Contains(address, StringComparison.OrdinalIgnoreCase))
                arrived.TrySetResult(mail);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (_isDemo)
            builder.UseSetting("demo", "true"); // reaches the program as the argument --demo=true
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("ProjectCycle:DemoPassword", Password);
        builder.UseSetting("ProjectCycle:DataDirectory", DataFolder);
        builder.UseSetting("ProjectCycle:Database:Provider", $"{_database.Provider}");
        builder.UseSetting("ProjectCycle:Database:ConnectionString", _database.ConnectionString);
        builder.UseSetting("ProjectCycle:SignInsPerMinute", "10000"); // all tests come from one address
        builder.UseSetting("ProjectCycle:Jobs:PumpSeconds", "1");
    }

    private static async Task<ServedProgram> StartAsync(DatabaseProvider provider, bool isDemo)
    {
        var program = new ServedProgram(await TestDatabase.CreateAsync(provider), isDemo);
        program.StartServer();
        return program;
    }
}
