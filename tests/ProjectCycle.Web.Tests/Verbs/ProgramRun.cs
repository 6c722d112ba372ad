using System.Diagnostics;

namespace ProjectCycle.Web.Tests.Verbs;

/// <summary>The real program in a process of its own, on SQLite.</summary>
internal static class ProgramRun
{
    /// <summary>Runs it to its end with a data folder.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> OfAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ProjectCycle.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ProjectCycle__DataDirectory"] = folder;
        start.Environment["ProjectCycle__DemoPassword"] = "kapal-biru-di-teluk";
        start.Environment["urls"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await output, await error);
    }
}
