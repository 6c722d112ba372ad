using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Demo;
using ProjectCycle.Web.Account;

namespace ProjectCycle.Web.Startup;

/// <summary>The program's main work: prepare the data, tell a new owner how to begin, answer requests.</summary>
internal static class Serve
{
    /// <summary>Exit code when templates are not sound: the program does not start at all, never half.</summary>
    public const int NotSound = 2;

    public static async Task<int> RunAsync(WebApplication app, CancellationToken cancellation)
    {
        app.UsePipeline(); // verbs answer no requests, and go without its pages
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (!await PrepareAsync(scope.ServiceProvider, cancellation))
                return NotSound;
            await WelcomeAsync(scope.ServiceProvider, cancellation);
        }
        await app.RunAsync(cancellation);
        return 0;
    }

    /// <summary>Migrates, loads the templates, fills the calendar. False when a template has faults, which are printed with file and line.</summary>
    public static async Task<bool> PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDbContext>();
        await db.MigrateAsync(cancellation);
        var faults = await services.GetRequiredService<CycleTemplates>().LoadAsync(db, cancellation);
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault.ToString());
        if (faults.Count > 0)
            return false;
        await db.AddMissingYearsAsync(cancellation);
        return true;
    }

    /// <summary>Plain text for the person at the console: a secret has no place in the log.</summary>
    private static async Task WelcomeAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<Settings>();
        if (settings.IsDemo)
            await OpenDemoAsync(services, settings, cancellation);
        if (await services.GetRequiredService<AppDbContext>().Users.AnyAsync(cancellation))
            return;
        var link = services.GetRequiredService<SetupLink>().Make();
        Console.WriteLine($"Nobody can sign in yet. Make the first administrator here, within a day:{Environment.NewLine}  {link}");
    }

    /// <summary>Fills an empty data folder; one that was filled before keeps its people and their password.</summary>
    private static async Task OpenDemoAsync(IServiceProvider services, Settings settings, CancellationToken cancellation)
    {
        var password = DemoPassword.Of(settings);
        var filled = await services.GetRequiredService<DemoData>().FillAsync(password, cancellation);
        Console.WriteLine(filled.Succeeded
            ? $"Demo: {filled.Value.Projects} projects. Sign in at {settings.PublicUrl} as {string.Join(", ", filled.Value.Mails)}; password: {password}"
            : "The data folder is not empty: it is served as it is.");
    }
}
