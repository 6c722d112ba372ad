namespace ProjectCycle.Features.Tests.Cycles;

/// <summary>Finds the real templates and golden files, from wherever the tests were built to.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = Find();

    public static string Templates => Path.Combine(Root, "templates", "cycles");

    public static string Golden => Path.Combine(Root, "tests", "ProjectCycle.Features.Tests", "Cycles", "Golden");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ProjectCycle.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not stand inside the repository.");
    }
}
