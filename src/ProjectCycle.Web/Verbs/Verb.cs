using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Verbs;

/// <summary>What the verbs of the command line share: the product without its web server, on a database that is up to date.</summary>
internal static class Verb
{
    /// <summary>Runs <paramref name="work"/> in one scope as the operator, who reaches everything; its result is the exit code.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> build, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        await using var app = build();
        await using var scope = app.Services.CreateAsyncScope();
        if (!await Serve.PrepareAsync(scope.ServiceProvider, cancellation))
            return Serve.NotSound;
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(new Person(Guid.Empty, "ProjectCycle", "id", [Role.Auditor], [], []), "");
        return await work(scope.ServiceProvider);
    }
}
