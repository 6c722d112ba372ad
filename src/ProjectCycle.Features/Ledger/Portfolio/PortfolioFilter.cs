using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Features.Ledger.Portfolio;

/// <summary>Which financings to show and sum, and in which currency, as the page's address holds it.</summary>
public sealed record PortfolioFilter
{
    /// <summary>Columns the table can be sorted by.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["project", "partner", "unit", "currency", "net", "time", "physical", "absorption", "variance", "class"];

    /// <summary>The class of what has none: not effective, or without dates or amount.</summary>
    public const string Unclassed = "none";

    /// <summary>Types of rates that reports may be reckoned with (domain.md 4.5).</summary>
    public static IReadOnlyList<RateType> Types { get; } = [RateType.BiMiddle, RateType.EcbReference, RateType.BudgetAssumption];

    /// <summary>Part of a project's code or name, or of an agreement's number.</summary>
    public string Search { get; init; } = "";

    public Guid? Unit { get; init; }
    public Guid? Partner { get; init; }
    public FinancingKind? Kind { get; init; }

    /// <summary>Name of a <see cref="ScheduleClass"/>, or <see cref="Unclassed"/>; blank for all.</summary>
    public string Class { get; init; } = "";

    /// <summary>Of the agreement; blank for all.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The currency everything is reckoned in.</summary>
    public string Into { get; init; } = "IDR";

    /// <summary>Rates of later days are left out; null for today.</summary>
    public DateOnly? CutOff { get; init; }

    public RateType Type { get; init; } = RateType.BiMiddle;

    /// <summary>Up to three keys of <see cref="SortKeys"/>, a minus for descending.</summary>
    public IReadOnlyList<string> Sort { get; init; } = ["project"];

    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;

    /// <summary>True when something narrows the list.</summary>
    public bool IsNarrowed => Search != "" || Unit is not null || Partner is not null || Kind is not null || Class != "" || Currency != "";

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static PortfolioFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var sort = Text("sort").Split(',').Where(key => SortKeys.Contains(key.TrimStart('-'))).DistinctBy(key => key.TrimStart('-')).Take(3).ToList();
        return new PortfolioFilter
        {
            Search = Text("q"),
            Unit = Id("unit"),
            Partner = Id("partner"),
            Kind = Named<FinancingKind>("kind"),
            Class = Text("class") == Unclassed || Named<ScheduleClass>("class") is not null ? Text("class") : "",
            Currency = Currencies.Find(Text("currency")) is { } of ? of.Code : "",
            Into = Currencies.Find(Text("into")) is { } into ? into.Code : "IDR",
            CutOff = DateOnly.TryParseExact(Text("on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on >= Fields.EarliestDate && on <= Fields.LatestDate ? on : null,
            Type = Named<RateType>("type") is { } type && Types.Contains(type) ? type : RateType.BiMiddle,
            Sort = sort.Count > 0 ? sort : ["project"],
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        };

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
        Guid? Id(string key) => Guid.TryParse(Text(key), out var id) ? id : null;
        T? Named<T>(string key)
            where T : struct, Enum => Enum.GetNames<T>().Contains(Text(key)) ? Enum.Parse<T>(Text(key)) : null;
    }

    /// <summary>The query string, beginning with "?" or empty; what is as usual is left out.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["unit"] = Unit?.ToString(),
        ["partner"] = Partner?.ToString(),
        ["kind"] = Kind?.ToString(),
        ["class"] = Class,
        ["currency"] = Currency,
        ["into"] = Into == "IDR" ? null : Into,
        ["on"] = CutOff?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["type"] = Type == RateType.BiMiddle ? null : Type.ToString(),
        ["sort"] = Sort is ["project"] ? null : string.Join(',', Sort),
        ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
