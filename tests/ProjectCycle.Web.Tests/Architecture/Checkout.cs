namespace ProjectCycle.Web.Tests.Architecture;

/// <summary>The source these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The product's projects by name; tests and benchmarks are not of them.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } =
        new[] { "src", "Hangfire" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Source files a person wrote, below <paramref name="folder"/>.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part is "bin" or "obj" or "Migrations"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ProjectCycle.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("ProjectCycle.sln is not above the tests.");
        return folder.FullName;
    }
}
