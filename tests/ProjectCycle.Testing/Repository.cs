namespace ProjectCycle.Testing;

/// <summary>Files of the repository, such as the templates that travel with the product.</summary>
public static class Repository
{
    /// <summary>The full path of <paramref name="parts"/> under the repository's top folder.</summary>
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ProjectCycle.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return Path.Combine([folder.FullName, .. parts]);
    }
}
