using System.Text.RegularExpressions;

namespace ProjectCycle.Web.Tests.Architecture;

/// <summary>A reader finds the room by its name: the folder is the namespace.</summary>
public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespaces_WhenSourcesAreRead_AreTheirFolders()
    {
        var files = Checkout.Projects
            .SelectMany(project =>
            {
                var folder = Path.GetDirectoryName(project.Value)!;
                return Checkout.Sources(folder).Select(file => (Project: project.Key, File: Path.GetRelativePath(folder, file), Text: File.ReadAllText(file)));
            })
            .ToList();

        Assert.True(files.Count > 50, "The sources were not found.");
        Assert.Empty(files.Select(file => Fault(file.Project, file.File, file.Text)).OfType<string>());
    }

    [Theory]
    [InlineData("Cycles/AdvanceProject.cs", "namespace P.Cycles;\nclass A;", true)]
    [InlineData("Cycles/AdvanceProject.cs", "\uFEFFnamespace P.Cycles;\r\nclass A;", true)]
    [InlineData("AppDbContext.cs", "namespace P;\nclass A;", true)]
    [InlineData("Program.cs", "var app = 1;", true)]
    [InlineData("Cycles/AdvanceProject.cs", "namespace P;\nclass A;", false)]
    [InlineData("Cycles/AdvanceProject.cs", "namespace P.Projects;\nclass A;", false)]
    [InlineData("Cycles/AdvanceProject.cs", "class A;", false)]
    public void Fault_WhenTheNamespaceIsNotTheFolder_NamesTheFile(string file, string text, bool sound) =>
        Assert.Equal(sound, Fault("P", file, text) is null);

    private static string? Fault(string project, string file, string text)
    {
        var declared = Declaration().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;
        if (declared is null && (file == "Program.cs" || !TypeDeclaration().IsMatch(text)))
            return null;
        var expected = string.Join('.', [project, .. file.Split('/', '\\')[..^1]]);
        return declared == expected ? null : $"{project}/{file}: {declared ?? "no namespace"} instead of {expected}";
    }

    [GeneratedRegex(@"^\uFEFF?namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*(?:\w+ )*(?:class|record|struct|enum|interface|delegate) \w", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
