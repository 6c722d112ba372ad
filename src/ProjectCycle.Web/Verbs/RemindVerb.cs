using System.CommandLine;
using System.Globalization;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Jobs.Outbox;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>remind --as-of DATE</c>: plans the reminders owed up to that day in every zone and sends what is owed; twice sends once.</summary>
internal static class RemindVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var asOf = new Option<DateOnly>("--as-of")
        {
            Description = "The business date, as 2026-11-22.",
            Required = true,
            CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : Fail(result),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell who would be told what, and why." };
        var command = new Command("remind", "Plan and send the reminders that are owed.") { asOf, dryRun };
        command.SetAction((parsed, cancellation) => Verb.RunAsync(
            build, services => RemindAsync(services, parsed.GetValue(asOf), parsed.GetValue(dryRun), cancellation), cancellation));
        return command;
    }

    private static DateOnly Fail(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--as-of wants a date such as 2026-11-22.");
        return default;
    }

    private static async Task<int> RemindAsync(IServiceProvider services, DateOnly asOf, bool isDryRun, CancellationToken cancellation)
    {
        var plan = services.GetRequiredService<PlanReminders>();
        var failed = false;
        foreach (var zone in Enum.GetValues<IndonesianZone>())
        {
            var summary = await plan.RunAsync(zone, asOf, isDryRun, cancellation);
            failed |= summary.Failures.Count > 0;
            Console.WriteLine($"{zone.ToString().ToUpperInvariant()}: {summary}");
            if (isDryRun)
                summary.Planned.ToList().ForEach(Console.WriteLine);
        }
        if (!isDryRun && await services.GetRequiredService<OutboxPump>().RunAsync(cancellation) is { } pumped)
            Console.WriteLine(pumped);
        return failed ? 1 : 0;
    }
}
