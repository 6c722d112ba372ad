using System.Diagnostics;

namespace ProjectCycle.Web.Tests.Deadlines;

/// <summary>
/// A test that has another program read our calendars: Python's icalendar, as Debian packs it. Where it is missing the test is
/// reported as skipped, with the reason; in continuous integration (CI=true) it runs and fails instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithIcalendarAttribute : FactAttribute
{
    /// <summary>Debian's own: another Python on the PATH does not see Debian's packages.</summary>
    public const string Python = "/usr/bin/python3";

    public FactWithIcalendarAttribute()
    {
        if (!IsThere() && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"{Python} has no module icalendar: apt-get install python3-icalendar.";
    }

    private static bool IsThere()
    {
        if (!File.Exists(Python))
            return false;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import icalendar"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
