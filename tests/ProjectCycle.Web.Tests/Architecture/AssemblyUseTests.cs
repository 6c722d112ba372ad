using System.Reflection;

namespace ProjectCycle.Web.Tests.Architecture;

/// <summary>What each assembly really uses, as the compiler wrote it down.</summary>
public sealed class AssemblyUseTests
{
    /// <summary>Libraries behind a seam, and who may know each.</summary>
    private static readonly Dictionary<string, string[]> Owners = new()
    {
        ["Quartz"] = ["ProjectCycle.Jobs"],
        ["DocumentFormat.OpenXml"] = ["ProjectCycle.Reports"],
        ["System.CommandLine"] = ["ProjectCycle.Web"],
        ["Microsoft.Data.Sqlite"] = ["ProjectCycle.Data"],
        ["Npgsql"] = ["ProjectCycle.Data", "ProjectCycle.Jobs"],
    };

    /// <summary>The web is the business of these alone.</summary>
    private static readonly string[] WebFree = ["ProjectCycle.Domain", "ProjectCycle.Data", "ProjectCycle.Features", "ProjectCycle.Reports", "ProjectCycle.Jobs"];

    [Fact]
    public void Assemblies_WhenTheirUseIsRead_KeepToTheirOwnBusiness() =>
        Assert.Empty(Checkout.Projects.Keys.SelectMany(name =>
            Faults(name, Assembly.Load(name).GetReferencedAssemblies().Select(used => used.Name!))));

    [Theory]
    [InlineData("ProjectCycle.Domain", "Microsoft.EntityFrameworkCore")]
    [InlineData("ProjectCycle.Domain", "YamlDotNet")]
    [InlineData("ProjectCycle.Features", "Quartz")]
    [InlineData("ProjectCycle.Web", "DocumentFormat.OpenXml")]
    [InlineData("ProjectCycle.Features", "Microsoft.AspNetCore.Mvc.Core")]
    [InlineData("ProjectCycle.Features", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("ProjectCycle.Reports", "Microsoft.EntityFrameworkCore")]
    public void Faults_WhenAForeignLibraryIsUsed_NamesIt(string assembly, string used) =>
        Assert.Equal([$"{assembly} uses {used}"], Faults(assembly, ["System.Runtime", used]));

    [Theory]
    [InlineData("ProjectCycle.Jobs", "Quartz")]
    [InlineData("ProjectCycle.Web", "Microsoft.AspNetCore.Mvc.Core")]
    [InlineData("ProjectCycle.Features", "Microsoft.EntityFrameworkCore")]
    public void Faults_WhenTheLibraryIsItsBusiness_IsEmpty(string assembly, string used) =>
        Assert.Empty(Faults(assembly, ["System.Runtime", used]));

    private static IEnumerable<string> Faults(string assembly, IEnumerable<string> used) =>
        used.Where(library => !MayUse(assembly, library)).Select(library => $"{assembly} uses {library}");

    private static bool MayUse(string assembly, string library)
    {
        if (Owners.FirstOrDefault(o => Is(library, o.Key)) is { Key: not null } owner)
            return owner.Value.Contains(assembly);
        if (Is(library, "Microsoft.AspNetCore.Mvc") || Is(library, "Microsoft.AspNetCore.Http"))
            return !WebFree.Contains(assembly);
        if (Is(library, "Microsoft.EntityFrameworkCore"))
            return assembly is not ("ProjectCycle.Domain" or "ProjectCycle.Reports");
        return assembly != "ProjectCycle.Domain" || Is(library, "System");
    }

    private static bool Is(string library, string name) =>
        library == name || library.StartsWith($"{name}.", StringComparison.Ordinal);
}
