using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Features.Projects;

/// <summary>
/// The whole view of the project list as its address holds it: screen, link and export are made from the same text, so they
/// show the same rows.
/// </summary>
public sealed record ProjectListFilter
{
    /// <summary>Rows a page may have.</summary>
    public static IReadOnlyList<int> PageSizes { get; } = [25, 50, 100];

    /// <summary>Columns the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["code", "name", "partner", "stage", "days", "next", "owner"];

    /// <summary>Words in code or name.</summary>
    public string Search { get; init; } = "";

    /// <summary>State code; blank for all.</summary>
    public string State { get; init; } = "";

    public string Template { get; init; } = "";
    public Guid? Unit { get; init; }
    public Guid? Partner { get; init; }
    public Guid? Owner { get; init; }

    /// <summary>Region code; a province includes its regencies and cities.</summary>
    public string Region { get; init; } = "";

    /// <summary>Only projects with an open deadline in the past.</summary>
    public bool Overdue { get; init; }

    /// <summary>Only projects with this flag of the stall watch.</summary>
    public StallKind? Flag { get; init; }

    /// <summary>Only projects that an obstacle of this code or group holds up now; blank for all.</summary>
    public string Obstacle { get; init; } = "";

    /// <summary>Up to three keys of <see cref="SortKeys"/>, a minus for descending.</summary>
    public IReadOnlyList<string> Sort { get; init; } = ["code"];

    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;

    /// <summary>True when something narrows the list.</summary>
    public bool IsNarrowed =>
        Search != "" || State != "" || Template != "" || Region != "" || Obstacle != "" || Overdue || Flag is not null || Unit is not null || Partner is not null || Owner is not null;

    /// <summary>Reads a query string; what it does not understand it leaves out, so that an old link still opens.</summary>
    public static ProjectListFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var sort = Text("sort").Split(',').Where(key => SortKeys.Contains(key.TrimStart('-'))).DistinctBy(key => key.TrimStart('-')).Take(3).ToList();
        return new ProjectListFilter
        {
            Search = Text("q"),
            State = Text("state"),
            Template = Text("template"),
            Unit = Id("unit"),
            Partner = Id("partner"),
            Owner = Id("owner"),
            Region = Text("region"),
            Overdue = Text("overdue") == "true",
            Flag = Enum.TryParse<StallKind>(Text("flag"), out var flag) && Enum.IsDefined(flag) ? flag : null,
            Obstacle = Text("obstacle"),
            Sort = sort.Count > 0 ? sort : ["code"],
            Page = Number("page") is { } page and > 0 ? page : 1,
            PageSize = Number("size") is { } size && PageSizes.Contains(size) ? size : 50,
        };

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
        Guid? Id(string key) => Guid.TryParse(Text(key), out var id) ? id : null;
        int? Number(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The query string, beginning with "?" or empty; what is as usual is left out.</summary>
    public string ToQuery()
    {
        var values = new Dictionary<string, string?>
        {
            ["q"] = Search,
            ["state"] = State,
            ["template"] = Template,
            ["unit"] = Unit?.ToString(),
            ["partner"] = Partner?.ToString(),
            ["owner"] = Owner?.ToString(),
            ["region"] = Region,
            ["overdue"] = Overdue ? "true" : null,
            ["flag"] = Flag?.ToString(),
            ["obstacle"] = Obstacle,
            ["sort"] = Sort is ["code"] ? null : string.Join(',', Sort),
            ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
            ["size"] = PageSize == 50 ? null : PageSize.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString("", values.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }
}
