using System.Xml.Linq;

namespace ProjectCycle.Web.Tests.Architecture;

/// <summary>References point one way: Web, Jobs, Features, Data, Domain; Reports stands on Domain alone.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ProjectCycle.Domain"] = [],
        ["ProjectCycle.Data"] = ["ProjectCycle.Domain"],
        ["ProjectCycle.Reports"] = ["ProjectCycle.Domain"],
        ["ProjectCycle.Features"] = ["ProjectCycle.Data"],
        ["ProjectCycle.Jobs"] = ["ProjectCycle.Features", "ProjectCycle.Reports"],
        ["ProjectCycle.Web"] = ["ProjectCycle.Jobs"],
    };

    [Fact]
    public void References_WhenReadFromTheProjects_PointTheOneWay() =>
        Assert.Empty(Faults(Checkout.Projects.ToDictionary(pair => pair.Key, pair => References(XDocument.Load(pair.Value)))));

    [Theory]
    [InlineData("ProjectCycle.Domain", "ProjectCycle.Data")]
    [InlineData("ProjectCycle.Reports", "ProjectCycle.Data")]
    [InlineData("ProjectCycle.Features", "ProjectCycle.Reports")]
    [InlineData("ProjectCycle.Web", "ProjectCycle.Data")]
    [InlineData("ProjectCycle.Newcomer", "ProjectCycle.Domain")]
    public void Faults_WhenAReferencePointsElsewhere_NamesIt(string project, string reference)
    {
        var references = Allowed.ToDictionary();
        references[project] = [.. references.GetValueOrDefault(project, []), reference];

        Assert.Contains(Faults(references), fault => fault.StartsWith($"{project} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_WhenAProjectIsGone_NamesIt()
    {
        var references = Allowed.ToDictionary();
        references.Remove("ProjectCycle.Reports");

        Assert.Equal(["ProjectCycle.Reports is missing"], Faults(references));
    }

    [Fact]
    public void References_WhenReadFromXml_AreProjectNames()
    {
        var project = XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="..\..\src\A.B\A.B.csproj" /></ItemGroup></Project>""");

        Assert.Equal(["A.B"], References(project));
    }

    private static IEnumerable<string> Faults(Dictionary<string, string[]> references) =>
    [
        .. Allowed.Keys.Except(references.Keys).Select(project => $"{project} is missing"),
        .. references.Where(pair => !pair.Value.ToHashSet().SetEquals(Allowed.GetValueOrDefault(pair.Key, ["nothing: unknown project"])))
            .Select(pair => $"{pair.Key} references {string.Join(", ", pair.Value)}"),
    ];

    private static string[] References(XDocument project) =>
        [.. project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))];
}
