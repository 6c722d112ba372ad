using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Reminders;

namespace ProjectCycle.Jobs.Reminders;

/// <summary>Plans the reminders of a zone up to its last morning, also one that was missed.</summary>
public sealed class PlanRemindersJob(PlanReminders plan, TimeProvider clock)
{
    public async Task<string?> RunAsync(IndonesianZone zone, CancellationToken cancellation)
    {
        var asOf = Mornings.Last(zone, clock.GetUtcNow().UtcDateTime);
        var summary = await plan.RunAsync(zone, asOf, dryRun: false, cancellation);
        return summary.Failures.Count == 0 ? summary.ToString() : throw new InvalidOperationException(summary.ToString());
    }
}
