namespace ProjectCycle.Reports.Tests;

/// <summary>
/// A test that needs a program of the machine. Where the program is missing the test is reported as skipped, with the reason; in
/// continuous integration (CI=true) it runs and fails instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhenAttribute : FactAttribute
{
    public FactWhenAttribute(string program)
    {
        Program = program;
        if (Find(program) is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"The program '{program}' is not on the PATH.";
    }

    public string Program { get; }

    /// <summary>Full path of a program on the PATH, or null.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
