using System.Globalization;
using CsvHelper;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Matchmaking;

namespace ProjectCycle.Data.Reference;

/// <summary>A province, regency or city.</summary>
/// <param name="Code">Kemendagri code such as "15.71"; text, since 11.10 is not 11.1.</param>
/// <param name="Province">Name of the province it lies in; its own name for a province.</param>
public sealed record Region(string Code, string Name, string Province);

/// <summary>An OECD DAC purpose code.</summary>
public sealed record Sector(string Code, string NameEn);

/// <summary>Something that holds cooperation up, from the obstacle list: a group such as "O4", or a code of it such as "O4.2".</summary>
public sealed record ObstacleKind(string Code, LocalText Name)
{
    /// <summary>A heading, too broad to be chosen.</summary>
    public bool IsGroup => !Code.Contains('.', StringComparison.Ordinal);

    /// <summary>The group it belongs to; its own code for a group.</summary>
    public string Group => Code.Split('.')[0];
}

/// <summary>A list of what rules ask of a cooperation with a foreign partner.</summary>
/// <param name="Code">Stored with the project that is held to it.</param>
/// <param name="Points">In the order of their source.</param>
public sealed record RequirementList(string Code, LocalText Name, IReadOnlyList<RequirementPoint> Points);

/// <summary>A point of a list of requirements.</summary>
/// <param name="Code">The list's code, a dot, and its own.</param>
public sealed record RequirementPoint(string Code, LocalText Name);

/// <summary>Something that must be ready before a donor commits its money.</summary>
/// <param name="Code">Stored with each project's state, such as "land".</param>
/// <param name="Hint">What counts, or when it does not apply.</param>
/// <param name="Source">"K" where it is general knowledge that nobody has verified.</param>
public sealed record ReadinessCriterion(string Code, LocalText Name, LocalText Hint, string Source);

/// <summary>A public holiday as it stands in the list the program brings along.</summary>
public sealed record HolidayRow(DateOnly Date, string NameId, string Kind, bool IsForecast);

/// <summary>Public lists embedded in the program; see README.md beside the files for sources and licences.</summary>
public static class ReferenceData
{
    /// <summary>All regions by code, provinces first within their order.</summary>
    public static IReadOnlyDictionary<string, Region> Regions { get; } = ReadRegions();

    /// <summary>All DAC purpose codes.</summary>
    public static IReadOnlyDictionary<string, Sector> Sectors { get; } =
        Read("oecd-dac-sectors.csv", row => new Sector(row("code"), row("name_en"))).ToDictionary(s => s.Code);

    /// <summary>All countries by ISO 3166 alpha-2 code.</summary>
    public static IReadOnlyDictionary<string, LocalText> Countries { get; } =
        Read("countries.csv", row => (Code: row("code"), Name: new LocalText(row("name_en"), row("name_id")))).ToDictionary(c => c.Code, c => c.Name);

    /// <summary>All obstacle codes.</summary>
    public static IReadOnlyDictionary<string, ObstacleKind> Obstacles { get; } =
        Read("obstacles.csv", row => new ObstacleKind(row("code"), new LocalText(row("name_en"), row("name_id")))).ToDictionary(o => o.Code);

    /// <summary>All lists of requirements, the usual one first.</summary>
    public static IReadOnlyList<RequirementList> Requirements { get; } = ReadRequirements();
    /// <summary>What candidates for a partnership are judged by, the gates first.</summary>
    public static IReadOnlyList<Criterion> Criteria { get; } =
        Read("matchmaking-criteria.csv", row => new Criterion(
            row("code"), row("kind") == "gate", new LocalText(row("name_en"), row("name_id")),
            new LocalText(row("hint_en"), row("hint_id")), new LocalText(row("source_en"), row("source_id"))));

    /// <summary>All readiness criteria by code, in their usual order.</summary>
    public static IReadOnlyDictionary<string, ReadinessCriterion> ReadinessCriteria { get; } =
        Read("readiness-criteria.csv", row => new ReadinessCriterion(
            row("code"), new LocalText(row("name_en"), row("name_id")), new LocalText(row("hint_en"), row("hint_id")), row("source"))).ToDictionary(c => c.Code);

    /// <summary>Public holidays of the years the program knows.</summary>
    public static IReadOnlyList<HolidayRow> Holidays { get; } =
        Read("id-holidays.csv", row => new HolidayRow(
            DateOnly.ParseExact(row("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), row("name_id"), row("kind"), row("status") == "forecast"));

    /// <summary>The region's name with its province; the code itself where the list does not know it.</summary>
    public static string RegionName(string code) =>
        !Regions.TryGetValue(code, out var region) ? code
        : region.Name == region.Province ? region.Name
        : $"{region.Name}, {region.Province}";

    private static Dictionary<string, Region> ReadRegions()
    {
        var provinces = Read("id-provinces.csv", row => new Region(row("code"), row("name"), row("name"))).ToDictionary(p => p.Code);
        var regencies = Read("id-regencies.csv", row => new Region(row("code"), row("name"), provinces[row("province_code")].Name));
        return provinces.Values.Concat(regencies).OrderBy(r => r.Code, StringComparer.Ordinal).ToDictionary(r => r.Code);
    }

    private static List<RequirementList> ReadRequirements()
    {
        var lines = Read("requirements.csv", row => new RequirementPoint(row("code"), new LocalText(row("name_en"), row("name_id"))));
        var points = lines.Where(line => line.Code.Contains('.', StringComparison.Ordinal)).ToLookup(point => point.Code.Split('.')[0]);
        return [.. lines.Where(line => points.Contains(line.Code)).Select(list => new RequirementList(list.Code, list.Name, [.. points[list.Code]]))];
    }

    private static List<T> Read<T>(string file, Func<Func<string, string>, T> map)
    {
        using var stream = typeof(ReferenceData).Assembly.GetManifestResourceStream($"ProjectCycle.Data.Reference.{file}")
            ?? throw new InvalidOperationException($"Embedded list {file} is missing.");
        using var csv = CsvReader.Create(stream);
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(map(csv.GetString));
        return rows;
    }
}
