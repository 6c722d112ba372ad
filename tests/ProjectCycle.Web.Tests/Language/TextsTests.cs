using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Architecture;

namespace ProjectCycle.Web.Tests.Language;

/// <summary>Both languages say everything, and nothing is said that nobody wrote.</summary>
public sealed partial class TextsTests
{
    private static readonly string Web = Path.Combine(Checkout.Root, "src", "ProjectCycle.Web");
    private static readonly List<(string Key, string Text)> English = Read("en");
    private static readonly List<(string Key, string Text)> Indonesian = Read("id");
    private static readonly HashSet<string> Keys = [.. English.Select(pair => pair.Key)];

    [Fact]
    public void Files_InBothLanguages_HaveTheSameKeys() =>
        Assert.Equal(English.Select(pair => pair.Key), Indonesian.Select(pair => pair.Key));

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void File_InALanguage_IsSortedFullAndWithoutRepeats(string language)
    {
        var texts = Read(language);

        Assert.True(texts.Count > 100, "The texts were not found.");
        Assert.Equal(texts.Select(pair => pair.Key).Order(StringComparer.Ordinal), texts.Select(pair => pair.Key));
        Assert.Equal(texts.Count, texts.DistinctBy(pair => pair.Key).Count());
        Assert.DoesNotContain(texts, pair => pair.Text.Trim().Length == 0);
        Assert.DoesNotContain(texts, pair => pair.Text != pair.Text.Trim());
    }

    [Fact]
    public void Texts_InBothLanguages_HaveTheSamePlaceholders() =>
        Assert.Empty(English.Zip(Indonesian).Where(pair => Placeholders(pair.First.Text) != Placeholders(pair.Second.Text)).Select(pair => pair.First.Key));

    [Fact]
    public void Keys_WrittenInPagesAndCode_Exist()
    {
        var used = Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(Web, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
            .SelectMany(file => KeysIn(File.ReadAllText(file)).Select(key => (Key: key, File: Path.GetRelativePath(Web, file))))
            .ToList();

        Assert.True(used.Count > 80, "The pages were not found.");
        Assert.Empty(used.Where(use => !Keys.Contains(use.Key)).Distinct());
    }

    [Fact]
    public void Refusals_OfTheUseCases_AreWorded()
    {
        var codes = new[] { "src/ProjectCycle.Domain", "src/ProjectCycle.Features", "src/ProjectCycle.Reports" }
            .SelectMany(folder => Checkout.Sources(Path.Combine(Checkout.Root, folder)))
            .SelectMany(file => RefusalCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Distinct()
            .ToList();

        Assert.True(codes.Count > 30, "The refusals were not found.");
        Assert.Equal([], codes.Where(code => !Keys.Contains($"refusal.{code}")));
    }

    [Fact]
    public void Enumerations_WithAWord_HaveOneForEveryValue()
    {
        var types = typeof(Role).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToList();
        var worded = types.Where(type => Keys.Any(key => key.StartsWith($"{Dashed(type.Name)}.", StringComparison.Ordinal))).ToList();

        Assert.Contains(typeof(Role), worded);
        Assert.Equal([], worded.SelectMany(type => Enum.GetNames(type).Select(name => $"{Dashed(type.Name)}.{name}")).Where(key => !Keys.Contains(key)));
    }

    [Fact]
    public void States_OfTheCycle_AreWorded() =>
        Assert.Equal([], StateCodes.All.Where(code => !Keys.Contains($"state.{code}")));

    [Fact]
    public void KeysIn_OfASource_FindsEveryWayToNameOne() =>
        Assert.Equal(
            ["a.one-key", "b.c", "d.e", "f.g.one", "f.g.other", "h.i", "j.k"],
            KeysIn("""@T["a.one-key"] texts["b.c", 1] Texts.Find("d.e") T.Count("f.g", n) <form-field for="X" label="h.i" hint="j.k" /> T[$"x.{y}"] model["L"]"""));

    private static IEnumerable<string> KeysIn(string source)
    {
        foreach (Match match in KeyUse().Matches(DocComment().Replace(source, "")))
        {
            var key = match.Groups["key"].Value;
            foreach (var one in match.Value.Contains("Count(", StringComparison.Ordinal) ? new[] { $"{key}.one", $"{key}.other" } : [key])
                yield return one;
        }
    }

    private static List<(string Key, string Text)> Read(string language) =>
        [.. XDocument.Load(Path.Combine(Web, "Resources", $"Texts.{language}.resx")).Root!.Elements("data")
            .Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value))];

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static string Dashed(string name) => WordEnd().Replace(name, "$1-$2").ToLowerInvariant();

    [GeneratedRegex("""(?:\b[Tt](?:exts)?\[|Texts\.Find\(|\b[Tt](?:exts)?\.Count\(|<form-field[^>]*?\slabel=|(?<=<form-field[^>]*?)\shint=)"(?<key>[a-z0-9.-]+)["]""")]
    private static partial Regex KeyUse();

    [GeneratedRegex("""\bRefusal(?:\s+\w+(?:\([^)]*\))?\s*(?:\{ get; \} =|=>)\s*new)?\("(?<code>[a-z-]+)["]""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex DocComment();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordEnd();
}
