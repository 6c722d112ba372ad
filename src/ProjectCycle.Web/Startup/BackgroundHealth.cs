using Microsoft.Extensions.Diagnostics.HealthChecks;
using ProjectCycle.Features.Background;
using ProjectCycle.Jobs;

namespace ProjectCycle.Web.Startup;

/// <summary>
/// Degraded when background work is behind: pages are served all the same, but somebody should look. Whoever asks has not signed
/// in, so it names jobs and counts messages, and an exception's words stay in the log.
/// </summary>
internal sealed class BackgroundHealth(BackgroundOverview overview, Schedule schedule) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await overview.StateAsync(schedule.Describe(), cancellationToken);
        var data = new Dictionary<string, object> { ["parked"] = state.Parked };
        return state.IsSound ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(Words(state), data: data);
    }

    /// <summary>The word everybody's tools look for, then a line for each check that has something to tell.</summary>
    public static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var told = report.Entries.Where(entry => entry.Value is { Status: not HealthStatus.Healthy, Exception: null, Description: not null });
        await context.Response.WriteAsync(string.Join('\n', told.Select(entry => $"{entry.Key}: {entry.Value.Description}").Prepend($"{report.Status}")));
    }

    private static string Words(BackgroundState state)
    {
        var words = new List<string>();
        if (state.Late.Count > 0)
            words.Add($"late: {string.Join(", ", state.Late)}");
        if (state.IsOutboxLate)
            words.Add($"late: {Schedule.OutboxPumpId}, messages wait too long");
        if (state.ParkedLately > 0)
            words.Add($"parked within a day: {state.ParkedLately}, in all: {state.Parked}");
        return string.Join("; ", words);
    }
}
