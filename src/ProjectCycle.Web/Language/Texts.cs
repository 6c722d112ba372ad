using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using ProjectCycle.Domain.Language;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Language;

/// <summary>
/// The product's words in the language of the person who looks: <c>T["projects.list.title"]</c>. They stand in
/// <c>Resources/Texts.{en,id}.resx</c>, sorted by key. A key nobody wrote throws while we build and test; in production the
/// page shows the key, which is better than no page.
/// </summary>
public sealed class Texts(Show show, IHostEnvironment environment)
{
    /// <summary>By language and key. A page asks for hundreds: the resource manager takes a lock for each.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Words = Languages.All.ToFrozenDictionary(language => language, Load);

    private static readonly DashedPaths Dashes = new();

    /// <summary>The text for <paramref name="key"/>, its placeholders filled in as <see cref="Show.Any"/> writes them.</summary>
    public string this[string key, params object?[] args] =>
        args.Length == 0 ? Get(key) : string.Format(CultureInfo.CurrentCulture, Get(key), [.. args.Select(show.Any)]);

    /// <summary>The text for a number of things: <c>{key}.one</c> or <c>{key}.other</c>, with the number as its first placeholder.</summary>
    public string Count(string key, int number, params object?[] more) =>
        this[number == 1 ? $"{key}.one" : $"{key}.other", [number, .. more]];

    /// <summary>The word for a value of an enumeration, by convention: <c>partner-kind.Donor</c>, <c>light.AtRisk</c>.</summary>
    public string Enum<T>(T value)
        where T : struct, Enum =>
        Get(KeyOf(value));

    /// <summary>The word for a stored code, by convention: <c>T.Code("state", project.State)</c> is <c>state.on-hold</c>.</summary>
    public string Code(string list, string code) => Get($"{list}.{code}");

    /// <summary>True when the text is there in the present language.</summary>
    public static bool Has(string key) => Lookup(key) is not null;

    /// <summary>The bare text for where no <see cref="Texts"/> can be had; the key itself when it is missing.</summary>
    public static string Find(string key) => Lookup(key) ?? key;

    internal static string KeyOf(Enum value) => $"{Dashes.TransformOutbound(value.GetType().Name)}.{value}";

    private string Get(string key) =>
        Lookup(key) ?? (environment.IsProduction() ? key : throw new KeyNotFoundException($"No text for \"{key}\" in {Cultures.CurrentLanguage}."));

    private static string? Lookup(string key) =>
        Words[Cultures.CurrentLanguage].GetValueOrDefault(key);

    private static FrozenDictionary<string, string> Load(string language) =>
        new ResourceManager("ProjectCycle.Web.Resources.Texts", typeof(Texts).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToFrozenDictionary(word => (string)word.Key, word => (string)word.Value!);
}
