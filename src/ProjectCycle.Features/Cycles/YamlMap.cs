using System.Globalization;
using ProjectCycle.Domain.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ProjectCycle.Features.Cycles;

/// <summary>Something wrong in the shape of the file, at a line.</summary>
/// <param name="IsHarmless">True when what was read is complete all the same.</param>
internal sealed record ShapeFault(int Line, string Code, bool IsHarmless, params object[] Args);

/// <summary>One mapping of the file, read key by key. What is wrong goes onto the list; reading goes on with a stand-in.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly string _kind;
    private readonly List<ShapeFault> _faults;

    /// <param name="node">The mapping, or whatever stands in its place.</param>
    /// <param name="kind">One of <see cref="TemplateKeys"/>.</param>
    /// <param name="faults">Where faults go.</param>
    public YamlMap(YamlNode node, string kind, List<ShapeFault> faults)
    {
        _kind = kind;
        _faults = faults;
        _node = node as YamlMappingNode ?? [];
        if (node is not YamlMappingNode)
        {
            Add(node, "not-a-map", kind);
            return;
        }

        var known = TemplateKeys.All[kind];
        foreach (var key in _node.Children.Keys.Where(key => !known.Contains((key as YamlScalarNode)?.Value)))
            faults.Add(new ShapeFault(LineOf(key), "unknown-key", true, Shown(key), kind, string.Join(", ", known)));
        Line = LineOf(node);
    }

    private int Line { get; } = 1;

    /// <summary>True when the key is given.</summary>
    public bool Has(string key) => Child(key) is not null;

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    /// <summary>A text, or null when the key is absent or empty.</summary>
    public string? OptionalText(string key) => Child(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        var other => Wrong<string?>(other, "not-a-text", null, key),
    };

    /// <summary>A whole number that must be there.</summary>
    public int Number(string key) => Child(key) is null ? Missing(key, 0) : OptionalNumber(key) ?? 0;

    /// <summary>A whole number, or null when the key is absent.</summary>
    public int? OptionalNumber(string key) => Child(key) is { } node ? Number(node, key) : null;

    /// <summary>A number that may have decimals after a point, or null when the key is absent.</summary>
    public decimal? OptionalDecimal(string key) => Child(key) switch
    {
        null => null,
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) =>
            number / 1.0000000000000000000000000000m, // 1.60 is 1.6: the same value must also print the same
        var other => Wrong<decimal?>(other, "not-a-decimal", null, key, Shown(other)),
    };

    /// <summary>A mapping, or null when the key is absent.</summary>
    public T? OptionalMap<T>(string key, string kind, Func<YamlMap, T> read)
        where T : class => Child(key) is { } node ? read(new YamlMap(node, kind, _faults)) : null;

    /// <summary>A list of whole numbers, or null when the key is absent.</summary>
    public IReadOnlyList<int>? OptionalNumbers(string key) =>
        Child(key) is null ? null : [.. Items(key).Select(item => Number(item, key) ?? 0)];

    /// <summary>One of the names of <typeparamref name="T"/> in lower case, which must be there.</summary>
    public T Word<T>(string key)
        where T : struct, Enum => Child(key) is { } node ? Word<T>(node, key) : Missing(key, default(T));

    /// <summary>One of the names of <typeparamref name="T"/>, or its first when the key is absent.</summary>
    public T OptionalWord<T>(string key)
        where T : struct, Enum => Child(key) is { } node ? Word<T>(node, key) : default;

    /// <summary>A list of names of <typeparamref name="T"/>, which must be there.</summary>
    public IReadOnlyList<T> Words<T>(string key)
        where T : struct, Enum => Child(key) is null ? Missing<IReadOnlyList<T>>(key, []) : [.. Items(key).Select(item => Word<T>(item, key))];

    /// <summary>One text or a list of them, which must be there.</summary>
    public IReadOnlyList<string> Texts(string key) => Child(key) is null ? Missing<IReadOnlyList<string>>(key, []) : OptionalTexts(key);

    /// <summary>One text or a list of them; empty when the key is absent.</summary>
    public IReadOnlyList<string> OptionalTexts(string key) => Child(key) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value ?? ""],
        _ => [.. Items(key).Select(item => (item as YamlScalarNode)?.Value ?? Wrong(item, "not-a-text", "", key))],
    };

    /// <summary>A text in both languages, which must be there; a language that is missing is left blank for the rules to tell.</summary>
    public LocalText Local(string key) => OptionalLocal(key) ?? Missing(key, LocalText.Empty);

    /// <summary>A text in both languages, or null when the key is absent.</summary>
    public LocalText? OptionalLocal(string key)
    {
        switch (Child(key))
        {
            case null:
                return null;
            case YamlMappingNode node:
                var map = new YamlMap(node, TemplateKeys.Text, _faults);
                return new LocalText(map.OptionalText("en") ?? "", map.OptionalText("id") ?? "");
            case var other:
                return Wrong(other, "not-a-local-text", LocalText.Empty, key);
        }
    }

    /// <summary>A list of mappings, which must be there, though it may be empty.</summary>
    public IReadOnlyList<T> List<T>(string key, string kind, Func<YamlMap, T> read) =>
        Child(key) is null ? Missing<IReadOnlyList<T>>(key, []) : OptionalList(key, kind, read);

    /// <summary>A list of mappings; empty when the key is absent.</summary>
    public IReadOnlyList<T> OptionalList<T>(string key, string kind, Func<YamlMap, T> read) =>
        [.. Items(key).Select(item => read(new YamlMap(item, kind, _faults)))];

    /// <summary>The line a node begins on, counted from 1.</summary>
    public static int LineOf(YamlNode node) => (int)Math.Max(1, node.Start.Line);

    private IEnumerable<YamlNode> Items(string key) => Child(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var other => Wrong<IEnumerable<YamlNode>>(other, "not-a-list", [], key),
    };

    private int? Number(YamlNode node, string key) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain } scalar && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong<int?>(node, "not-a-number", null, key, Shown(node));

    private T Word<T>(YamlNode node, string key)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());
        return node is YamlScalarNode { Value: { } word } && names.TryGetValue(word, out var value)
            ? value
            : Wrong(node, "unknown-word", default(T), key, Shown(node), string.Join(", ", names.Keys));
    }

    /// <summary>The value, or null when the key is absent, empty or YAML's own null.</summary>
    private YamlNode? Child(string key)
    {
        _node.Children.TryGetValue(new YamlScalarNode(key), out var node);
        return node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } ? null : node;
    }

    private static string Shown(YamlNode node) => (node as YamlScalarNode)?.Value ?? "a list or mapping";

    private T Missing<T>(string key, T standIn)
    {
        _faults.Add(new ShapeFault(Line, "missing-key", false, key, _kind));
        return standIn;
    }

    private T Wrong<T>(YamlNode node, string code, T standIn, params object[] args)
    {
        Add(node, code, args);
        return standIn;
    }

    private void Add(YamlNode node, string code, params object[] args) => _faults.Add(new ShapeFault(LineOf(node), code, false, args));
}
