using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Features.Demo;
using ProjectCycle.Web.Account;

namespace ProjectCycle.Web.Startup;

/// <summary>The program's main work: prepare the data, tell a new owner how to begin, answer requests.</summary>
internal static class Serve
{
    public static async Task RunAsync(WebApplication app, CancellationToken cancellation)
    {
        await PrepareAsync(app.Services, cancellation);
        await app.RunAsync(cancellation);
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        await db.MigrateAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<CycleTemplates>().LoadAsync(db, cancellation);
        if (settings.IsDemo)
            await FillDemoAsync(scope.ServiceProvider, settings.DemoPassword, cancellation);
        if (await db.Users.AnyAsync(cancellation))
            return;

        // Plain text for the person at the console: a secret has no place in the log.
        var link = scope.ServiceProvider.GetRequiredService<SetupLink>().Make();
        Console.WriteLine($"Nobody can sign in yet. Make the first administrator here, within a day:{Environment.NewLine}  {link}");
    }

    private static async Task FillDemoAsync(IServiceProvider services, string? password, CancellationToken cancellation)
    {
        password ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var filled = await services.GetRequiredService<DemoData>().FillAsync(password, cancellation);
        if (filled.Succeeded) // else the demo was filled before and goes on
            Console.WriteLine($"Demo with {filled.Value.Projects} projects. Sign in as {string.Join(", ", filled.Value.Mails)}; password: {password}");
    }
}
