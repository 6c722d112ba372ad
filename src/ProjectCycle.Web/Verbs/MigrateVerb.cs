using System.CommandLine;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>migrate</c>: brings the database schema up to date and ends. Serving does the same at its start.</summary>
internal static class MigrateVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var command = new Command("migrate", "Bring the database schema up to date.");
        command.SetAction((_, cancellation) => Verb.RunAsync(
            build,
            _ =>
            {
                Console.WriteLine("The database is up to date.");
                return Task.FromResult(0);
            },
            cancellation));
        return command;
    }
}
