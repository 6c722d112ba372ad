using System.Globalization;

namespace ProjectCycle.Features.Partners;

/// <summary>Countries by ISO 3166 alpha-2 code, named in the language of the screen by the system's own tables (ICU).</summary>
public static class Countries
{
    /// <summary>All countries that have a culture, by code.</summary>
    public static IReadOnlyDictionary<string, RegionInfo> All { get; } = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.TwoLetterISORegionName.Length == 2 && region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
        .DistinctBy(region => region.TwoLetterISORegionName)
        .OrderBy(region => region.TwoLetterISORegionName, StringComparer.Ordinal)
        .ToDictionary(region => region.TwoLetterISORegionName);

    /// <summary>The name in the current UI culture; the code itself when it is none we know.</summary>
    public static string Name(string code) => All.TryGetValue(code, out var region) ? region.DisplayName : code;
}
