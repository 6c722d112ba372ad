using System.Text.Json;
using System.Xml.Linq;

namespace ProjectCycle.Web.Tests.Architecture;

/// <summary>The central list holds what is used, and nothing else.</summary>
public sealed class PackageTests
{
    [Fact]
    public void CentralVersions_WhenTheLockFilesAreRead_AreAllUsed()
    {
        var locked = Directory.EnumerateFiles(Checkout.Root, "packages.lock.json", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Checkout.Root, file).StartsWith("artifacts", StringComparison.Ordinal))
            .SelectMany(file => Locked(File.ReadAllText(file)))
            .ToHashSet();

        Assert.Empty(Unused(XDocument.Load(Path.Combine(Checkout.Root, "Directory.Packages.props")), locked));
    }

    [Fact]
    public void Unused_WhenNoProjectBringsThePackage_NamesIt()
    {
        var central = XDocument.Parse("""<Project><ItemGroup><PackageVersion Include="Used" /><PackageVersion Include="Forgotten" /></ItemGroup></Project>""");
        var locked = Locked("""{ "dependencies": { "net10.0": { "used": { "type": "Direct" } } } }""");

        Assert.Equal(["Forgotten"], Unused(central, locked.ToHashSet()));
    }

    private static IEnumerable<string> Unused(XDocument central, HashSet<string> locked) =>
        central.Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            .Where(package => !locked.Contains(package, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Locked(string lockFile)
    {
        using var json = JsonDocument.Parse(lockFile);
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()).Select(package => package.Name)];
    }
}
