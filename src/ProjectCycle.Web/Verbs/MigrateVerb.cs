using System.CommandLine;
using ProjectCycle.Data;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>migrate</c>: brings the database schema up to date and ends. Serving does the same at its start.</summary>
internal static class MigrateVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var command = new Command("migrate", "Bring the database schema up to date.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var app = build();
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AppDbContext>().MigrateAsync(cancellation);
            Console.WriteLine("The database is up to date.");
        });
        return command;
    }
}
