using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace ProjectCycle.Web.Tests.Architecture;

/// <summary>What others build on says what it is: public types and methods of Domain, Features and Reports have a summary.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("ProjectCycle.Domain")]
    [InlineData("ProjectCycle.Features")]
    [InlineData("ProjectCycle.Reports")]
    public void PublicMembers_WhenReadFromTheAssembly_HaveASummary(string name)
    {
        var assembly = Assembly.Load(name);

        Assert.Empty(Undocumented(assembly.GetExportedTypes(), Summaries(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")))));
    }

    [Fact]
    public void Undocumented_WhenASummaryIsMissing_NamesTypeAndMethod() =>
        Assert.Equal(
            [$"{typeof(Sample).FullName}", $"{typeof(Sample).FullName}.Plain", $"{typeof(Sample).FullName}.Overloaded"],
            Undocumented([typeof(Sample)], [$"M:{Name}.Overloaded(System.Int32)"]));

    [Fact]
    public void Undocumented_WhenAllHaveOne_IsEmpty() =>
        Assert.Empty(Undocumented(
            [typeof(Sample)],
            [$"T:{Name}", $"M:{Name}.Plain``1(``0)", $"M:{Name}.Overloaded(System.Int32)", $"M:{Name}.Overloaded(System.String)"]));

    [Fact]
    public void Undocumented_WhenTheTypeHasOneMethod_AsksForTheTypeOnly()
    {
        Assert.Empty(Undocumented([typeof(UseCase)], [$"T:{typeof(UseCase).FullName!.Replace('+', '.')}"]));
        Assert.Equal([typeof(UseCase).FullName!], Undocumented([typeof(UseCase)], []));
    }

    [Fact]
    public void Summaries_WhenBlank_DoNotCount()
    {
        var file = XDocument.Parse("""
            <doc><members>
              <member name="T:A"><summary>Says something.</summary></member>
              <member name="T:B"><summary> </summary></member>
              <member name="T:C"><param name="x">Only this.</param></member>
              <member name="T:D"><inheritdoc /></member>
            </members></doc>
            """);

        Assert.Equal(["T:A", "T:D"], Summaries(file));
    }

    private static string Name => typeof(Sample).FullName!.Replace('+', '.');

    private static List<string> Summaries(XDocument file) =>
        [.. file.Descendants("member")
            .Where(member => member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => member.Attribute("name")!.Value)];

    private static IEnumerable<string> Undocumented(IEnumerable<Type> types, IReadOnlyCollection<string> summaries)
    {
        foreach (var type in types)
        {
            var id = type.FullName!.Replace('+', '.');
            if (!summaries.Contains($"T:{id}"))
                yield return type.FullName;
            var methods = Methods(type).ToList();
            // A use case is a class with one method: the summary of the class is its summary.
            if (methods.Count == 1 && !type.IsInterface)
                continue;
            foreach (var overloads in methods.GroupBy(method => method.Name))
            {
                var documented = summaries.Count(name => name == $"M:{id}.{overloads.Key}"
                    || name.StartsWith($"M:{id}.{overloads.Key}(", StringComparison.Ordinal)
                    || name.StartsWith($"M:{id}.{overloads.Key}``", StringComparison.Ordinal));
                if (documented < overloads.Count())
                    yield return $"{type.FullName}.{overloads.Key}";
            }
        }
    }

    /// <summary>Methods somebody wrote for others: accessors, operators, overrides, what a record brings and what an interface asks for explain themselves.</summary>
    private static IEnumerable<MethodInfo> Methods(Type type)
    {
        var required = type.IsInterface
            ? []
            : type.GetInterfaces().SelectMany(contract => type.GetInterfaceMap(contract).TargetMethods).ToHashSet();
        return type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName
                && !method.IsDefined(typeof(CompilerGeneratedAttribute))
                && method.GetBaseDefinition() == method
                && !required.Contains(method));
    }

    public sealed record Sample(int Number) : IDisposable
    {
        public static T Plain<T>(T value) => value;

        public static int Overloaded(int value) => value;

        public static string Overloaded(string value) => value;

        public override string ToString() => "an override needs none";

        public void Dispose()
        {
        }
    }

    public sealed class UseCase
    {
        public static void Handle()
        {
        }
    }
}
