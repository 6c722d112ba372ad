using System.Threading.RateLimiting;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Security;

/// <summary>How often one network address may try passwords or ask for links, whatever accounts it names.</summary>
internal static class SignInLimits
{
    /// <summary>Name of the policy: <c>[EnableRateLimiting(SignInLimits.Policy)]</c>. Looking at the form is free.</summary>
    public const string Policy = "sign-in";

    public static void AddSignInLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => PerMinute(context))
                : RateLimitPartition.GetNoLimiter(""));
        });

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static FixedWindowRateLimiterOptions PerMinute(HttpContext context) => new()
    {
        PermitLimit = context.RequestServices.GetRequiredService<Settings>().SignInsPerMinute,
        Window = TimeSpan.FromMinutes(1),
    };
}
