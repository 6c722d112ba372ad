using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Identification;

/// <summary>Everything the workbook of a map says.</summary>
public sealed record NeedMapReport
{
    /// <summary>"en" or "id"; the whole workbook speaks it.</summary>
    public required string Language { get; init; }

    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }

    /// <summary>Name of the project's region; blank where it has none.</summary>
    public required string Region { get; init; }

    /// <summary>UTC; shown as wall time of <see cref="Zone"/>.</summary>
    public required DateTime MadeAt { get; init; }

    public required IndonesianZone Zone { get; init; }
    public required string MadeBy { get; init; }

    /// <summary>By priority, as the page shows them.</summary>
    public required IReadOnlyList<NeedMapEntry> Entries { get; init; }
}
