using System.Globalization;
using System.Resources;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>The words of the workbooks in one language, from <c>Resources/Workbooks.*.resx</c>. A missing word is a bug and throws.</summary>
public sealed class WorkbookTexts(string language)
{
    private static readonly ResourceManager Words = new("ProjectCycle.Reports.Resources.Workbooks", typeof(WorkbookTexts).Assembly);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(Languages.OrDefault(language));

    /// <summary>The word for <paramref name="key"/>.</summary>
    public string this[string key] =>
        Words.GetString(key, _culture) ?? throw new KeyNotFoundException($"No word '{key}' in '{_culture.Name}'.");

    /// <summary>The word for a value of an enum, keyed by type and name; null for null.</summary>
    public string? Of<TEnum>(TEnum? value)
        where TEnum : struct, Enum =>
        value is { } known ? this[$"{typeof(TEnum).Name}.{known}"] : null;
}
