using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>
/// The words of files in one language, from <c>Resources/Workbooks.*.resx</c> or another file there. A missing word is a bug and throws.
/// </summary>
public sealed class WorkbookTexts(string language, string file = "Workbooks")
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = [];

    private readonly ResourceManager _words = Files.GetOrAdd(file, name => new ResourceManager($"ProjectCycle.Reports.Resources.{name}", typeof(WorkbookTexts).Assembly));
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(Languages.OrDefault(language));

    /// <summary>Words already looked up: the manager takes a lock for each, and a workbook asks for the same few in every row.</summary>
    private readonly ConcurrentDictionary<(Type Enum, object Value), string> _ofValues = [];

    /// <summary>The word for <paramref name="key"/>.</summary>
    public string this[string key] =>
        _words.GetString(key, _culture) ?? throw new KeyNotFoundException($"No word '{key}' in '{_culture.Name}'.");

    /// <summary>The word for a value of an enum, keyed by type and name; null for null.</summary>
    public string? Of<TEnum>(TEnum? value)
        where TEnum : struct, Enum =>
        value is { } known ? _ofValues.GetOrAdd((typeof(TEnum), known), key => this[$"{key.Enum.Name}.{key.Value}"]) : null;
}
