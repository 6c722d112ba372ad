namespace ProjectCycle.Domain.Reports;

/// <summary>Where a report stands. Names are stored.</summary>
public enum ReportState
{
    Queued,
    Running,
    Ready,
    Failed,
}

/// <summary>A workbook somebody asked for: made in the background, stored by hash, kept for download.</summary>
public sealed class ReportRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The report's name, such as "portfolio".</summary>
    public required string Report { get; init; }

    /// <summary>The filter as the page's query string, so that the screen's rows are the file's rows.</summary>
    public required string Query { get; init; }

    public required string Language { get; init; }
    public required Guid RequestedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    public ReportState State { get; set; }

    /// <summary>Rows written so far.</summary>
    public int RowsDone { get; set; }

    /// <summary>Rows there will be; 0 while unknown.</summary>
    public int RowsTotal { get; set; }

    /// <summary>SHA-256 of the finished file in the file store.</summary>
    public string? FileHash { get; set; }

    public string? FileName { get; set; }
    public long? FileSize { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>Why it failed, as a text code; null when a fault of the program is behind it, which the background page shows.</summary>
    public string? Error { get; set; }
}
