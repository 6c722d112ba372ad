using System.CommandLine;
using ProjectCycle.Features.Demo;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>seed --projects N</c>: fills an empty database with made-up projects to measure with.</summary>
internal static class SeedVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var projects = new Option<int>("--projects") { Description = "How many.", Required = true };
        var command = new Command("seed", "Fill an empty database with benchmark data.") { projects };
        command.SetAction((parsed, cancellation) => Verb.RunAsync(
            build,
            async services =>
            {
                var password = DemoPassword.Of(services.GetRequiredService<Settings>());
                var seeded = await services.GetRequiredService<BenchmarkSeed>().FillAsync(parsed.GetValue(projects), password, cancellation);
                if (!seeded.Succeeded)
                {
                    await Console.Error.WriteLineAsync("The database is not empty: nothing was added.");
                    return 1;
                }
                Console.WriteLine($"{seeded.Value.Projects} projects, {seeded.Value.Deadlines} deadlines. Sign in as {seeded.Value.Mail}; password: {password}");
                return 0;
            },
            cancellation));
        return command;
    }
}
