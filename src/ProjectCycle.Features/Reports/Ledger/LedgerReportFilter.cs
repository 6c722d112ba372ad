using Microsoft.AspNetCore.WebUtilities;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Which rows of the ledger a workbook holds, as an address holds it.</summary>
public sealed record LedgerReportFilter
{
    /// <summary>Code of a project; blank for all.</summary>
    public string Project { get; init; } = "";

    public Guid? Financing { get; init; }
    public Guid? Unit { get; init; }

    /// <summary>One application alone.</summary>
    public Guid? Application { get; init; }

    /// <summary>Applications dated, and quarters that end, on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Applications dated, and quarters that begin, on or before this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Nothing later counts, and amounts are converted as of this day; null for today, also where a day beyond reason was given.</summary>
    public DateOnly? CutOff { get; init => field = value >= Fields.EarliestDate && value <= Fields.LatestDate ? value : null; }

    /// <summary>The day the report is made for.</summary>
    public DateOnly CutOffOn(TimeProvider clock) => CutOff ?? IndonesianZone.Wib.Today(clock);

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static LedgerReportFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new LedgerReportFilter
        {
            Project = Text("project"),
            Financing = Id("financing"),
            Unit = Id("unit"),
            Application = Id("application"),
            From = IsoDate.Read(Text("from")),
            Until = IsoDate.Read(Text("until")),
            CutOff = IsoDate.Read(Text("cutoff")),
        };

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
        Guid? Id(string key) => Guid.TryParse(Text(key), out var id) ? id : null;
    }

    /// <summary>The query string, beginning with "?" or empty.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["project"] = Project,
        ["financing"] = Financing?.ToString(),
        ["unit"] = Unit?.ToString(),
        ["application"] = Application?.ToString(),
        ["from"] = From.Iso(),
        ["until"] = Until.Iso(),
        ["cutoff"] = CutOff.Iso(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
