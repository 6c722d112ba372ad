using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Reports;

/// <summary>What a reader must know before trusting the rows.</summary>
public sealed record ReportCover
{
    /// <summary>"en" or "id"; the whole workbook speaks it.</summary>
    public required string Language { get; init; }

    /// <summary>Each filter that was set: its field as the list's address names it ("search", "state" ...) and its value in words.</summary>
    public IReadOnlyList<(string Field, string Value)> Filters { get; init; } = [];

    /// <summary>UTC; shown as wall time of <see cref="Zone"/>.</summary>
    public required DateTime MadeAt { get; init; }

    public required IndonesianZone Zone { get; init; }

    /// <summary>Name of the person who asked for it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The cycle templates, with versions, that the projects are pinned to; empty where the report does not say.</summary>
    public IReadOnlyList<(string Template, int Version)> Templates { get; init; } = [];
}
