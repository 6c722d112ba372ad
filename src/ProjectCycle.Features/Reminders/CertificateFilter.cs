using Microsoft.AspNetCore.WebUtilities;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Features.Reminders;

/// <summary>Which deadlines to certify, as the page's address holds it.</summary>
public sealed record CertificateFilter
{
    /// <summary>Due on or after this day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Due on or before this day.</summary>
    public required DateOnly To { get; init; }

    public Guid? Unit { get; init; }

    /// <summary>Code of a project; blank for all.</summary>
    public string Project { get; init; } = "";

    /// <summary>Reads a query string; what it does not understand it leaves out. Without a period it is the month so far.</summary>
    public static CertificateFilter Parse(string? query, TimeProvider clock)
    {
        var values = QueryHelpers.ParseQuery(query);
        var today = IndonesianZone.Wib.Today(clock);
        var from = Date("from") ?? new DateOnly(today.Year, today.Month, 1);
        var to = Date("to") ?? today;
        return new CertificateFilter
        {
            From = from < to ? from : to,
            To = from < to ? to : from,
            Unit = Guid.TryParse(Text("unit"), out var unit) ? unit : null,
            Project = Text("project"),
        };

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
        DateOnly? Date(string key) => IsoDate.Read(Text(key));
    }

    /// <summary>The query string, beginning with "?".</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["from"] = From.Iso(),
        ["to"] = To.Iso(),
        ["unit"] = Unit?.ToString(),
        ["project"] = Project,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
