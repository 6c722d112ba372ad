using System.Threading.RateLimiting;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Security;

/// <summary>How often one network address may try passwords, ask for links or fetch calendars, whatever accounts it names.</summary>
internal static class SignInLimits
{
    /// <summary>Name of the policy: <c>[EnableRateLimiting(SignInLimits.Policy)]</c>. Looking at the form is free.</summary>
    public const string Policy = "sign-in";

    /// <summary>Name of the policy for calendars, which are fetched without signing in.</summary>
    public const string CalendarPolicy = "calendar";

    public static void AddSignInLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => PerMinute(SettingsOf(context).SignInsPerMinute))
                : RateLimitPartition.GetNoLimiter(""));
            limits.AddPolicy(CalendarPolicy, context => RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => PerMinute(SettingsOf(context).CalendarsPerMinute)));
        });

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static Settings SettingsOf(HttpContext context) => context.RequestServices.GetRequiredService<Settings>();

    private static FixedWindowRateLimiterOptions PerMinute(int times) => new()
    {
        PermitLimit = times,
        Window = TimeSpan.FromMinutes(1),
    };
}
