using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ProjectCycle.Benchmarks;

/// <summary>A verb that ran to its end.</summary>
/// <param name="PeakMemory">Bytes.</param>
internal sealed record ProgramRun(string Output, TimeSpan Wall, TimeSpan Cpu, long PeakMemory);

/// <summary>A server that runs until it is disposed.</summary>
internal sealed class RunningServer(Process process) : IDisposable
{
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes, since it started.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Waits until background work has caught up: a second with next to no CPU time.</summary>
    public async Task QuietAsync(CancellationToken cancellation)
    {
        for (var seconds = 0; seconds < 300; seconds++)
        {
            var before = CpuTime;
            await Task.Delay(1000, cancellation);
            if (CpuTime - before < TimeSpan.FromMilliseconds(40))
                return;
        }
        throw new InvalidOperationException("The program was still busy after five minutes.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}

/// <summary>The program as it was built beside this one, over a data folder or a PostgreSQL database.</summary>
internal sealed partial class ServedProgram(string dataDirectory, string? postgres)
{
    private const string Password = "benchmark-password";

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What the program reads from its environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["ProjectCycle__DataDirectory"] = dataDirectory,
        ["ProjectCycle__DemoPassword"] = Password,
        ["ProjectCycle__SignInsPerMinute"] = "1000",
        ["Logging__LogLevel__Default"] = "Warning",
        ["ProjectCycle__Database__Provider"] = postgres is null ? "Sqlite" : "Postgres",
        ["ProjectCycle__Database__ConnectionString"] = postgres ?? $"Data Source={Path.Combine(dataDirectory, "projectcycle.db")}",
    };

    /// <summary>Runs a verb to its end.</summary>
    public async Task<ProgramRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(arguments);
        var use = UseAsync(process);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var (cpu, memory) = await use;
        return process.ExitCode == 0
            ? new ProgramRun(output, watch.Elapsed, cpu, memory)
            : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}: {output}");
    }

    /// <summary>The program inside this process, without its background work.</summary>
    public WebApplicationFactory<Program> Inside()
    {
        foreach (var (name, value) in Settings)
            Environment.SetEnvironmentVariable(name, value);
        Environment.SetEnvironmentVariable("ProjectCycle__Jobs__Enabled", "false");
        return new WebApplicationFactory<Program>();
    }

    /// <summary>Starts serving and waits until it is ready.</summary>
    public async Task<RunningServer> ServeAsync(CancellationToken cancellation)
    {
        var process = Start(["--urls", Address.ToString()]);
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; tries < 240; tries++)
        {
            try
            {
                if ((await client.GetAsync("/health/ready", cancellation)).IsSuccessStatusCode)
                    return new RunningServer(process);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(250, cancellation);
        }
        throw new InvalidOperationException("The program did not become ready within a minute.");
    }

    /// <summary>A client with the cookie of the person with this mail address.</summary>
    public Task<HttpClient> SignInAsync(string mail, CancellationToken cancellation) =>
        SignInAsync(new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = Address }, mail, cancellation);

    /// <summary>Signs <paramref name="client"/> in, which must keep cookies.</summary>
    public static async Task<HttpClient> SignInAsync(HttpClient client, string mail, CancellationToken cancellation)
    {
        using var answer = await PostAsync(client, "/account/sign-in", "", new() { ["Mail"] = mail, ["Password"] = Password }, cancellation);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/"
            ? client
            : throw new InvalidOperationException($"Sign-in was refused: {answer.StatusCode}.");
    }

    /// <summary>Asks for the portfolio workbook as the reports page does and waits until it can be fetched.</summary>
    public static async Task ExportAsync(HttpClient client, CancellationToken cancellation)
    {
        var before = ReportLink().Count(await client.GetStringAsync("/reports", cancellation));
        using var answer = await PostAsync(client, "/reports", "?handler=Whole", [], cancellation);
        answer.EnsureSuccessStatusCode();
        while (ReportLink().Count(await client.GetStringAsync("/reports?handler=Runs", cancellation)) == before)
            await Task.Delay(50, cancellation);
    }

    /// <summary>Sends the form of the page at <paramref name="path"/>.</summary>
    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, string handler, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        fields["__RequestVerificationToken"] = FormToken().Match(await client.GetStringAsync(path, cancellation)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(path + handler, form, cancellation);
    }

    /// <summary>The code of the first project of the list.</summary>
    public static async Task<string> FirstCodeAsync(HttpClient client, CancellationToken cancellation) =>
        ProjectLink().Match(await client.GetStringAsync("/projects", cancellation)).Groups[1].Value;

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ProjectCycle.Web.dll"), .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The system forgets what a process used when it ends, so it is looked at while it runs.</summary>
    private static async Task<(TimeSpan Cpu, long PeakMemory)> UseAsync(Process process)
    {
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                (cpu, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
                await Task.Delay(50);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the answer.
        }
        return (cpu, peak);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("href=\"/reports/[^\"]+/file\"")]
    private static partial Regex ReportLink();

    [GeneratedRegex("href=\"/projects/([A-Za-z0-9.\\-]*[0-9])\"")]
    private static partial Regex ProjectLink();
}
