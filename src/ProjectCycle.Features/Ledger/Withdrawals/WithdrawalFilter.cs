using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>Which applications to list, as the page's address holds it.</summary>
public sealed record WithdrawalFilter
{
    /// <summary>All that still wait for something.</summary>
    public const string Open = "open";

    public const string All = "all";

    /// <summary>Part of a project's code or name.</summary>
    public string Search { get; init; } = "";

    /// <summary>Set by the page of a project, never by the address.</summary>
    public Guid? ProjectId { get; init; }

    public Guid? Financing { get; init; }

    /// <summary><see cref="Open"/>, <see cref="All"/> or the name of a state.</summary>
    public string Show { get; init; } = Open;

    /// <summary>Only those with this warning.</summary>
    public WithdrawalWarningKind? Warning { get; init; }

    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;

    /// <summary>The state to show; null for open or all.</summary>
    public WithdrawalState? State => Enum.TryParse<WithdrawalState>(Show, out var state) ? state : null;

    /// <summary>True when something narrows the list.</summary>
    public bool IsNarrowed => Search != "" || Financing is not null || Show != Open || Warning is not null;

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static WithdrawalFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var show = Text("show");
        return new WithdrawalFilter
        {
            Search = Text("q"),
            Financing = Guid.TryParse(Text("financing"), out var financing) ? financing : null,
            Show = show == All || Enum.GetNames<WithdrawalState>().Contains(show) ? show : Open,
            Warning = Enum.GetNames<WithdrawalWarningKind>().Contains(Text("warning")) ? Enum.Parse<WithdrawalWarningKind>(Text("warning")) : null,
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        };

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
    }

    /// <summary>The query string, beginning with "?" or empty.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["financing"] = Financing?.ToString(),
        ["show"] = Show == Open ? null : Show,
        ["warning"] = Warning?.ToString(),
        ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
