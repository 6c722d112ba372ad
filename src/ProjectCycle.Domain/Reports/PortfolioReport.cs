using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Reports;

/// <summary>
/// Everything the portfolio workbook says, found by one query with the page. Rows are streams, read once and in this order:
/// projects, history, deadlines. Names of stages, units, regions and sectors are already in the cover's language.
/// </summary>
public sealed record PortfolioReport(
    ReportCover Cover,
    IAsyncEnumerable<PortfolioProjectRow> Projects,
    IAsyncEnumerable<StageHistoryRow> History,
    IAsyncEnumerable<PortfolioDeadlineRow> Deadlines,
    IReadOnlyList<StageCount> ByStage);

/// <summary>One project of the portfolio. What is not known is null and stays an empty cell.</summary>
public sealed record PortfolioProjectRow
{
    public required string Code { get; init; }

    /// <summary>Address of the project's page, http or https; null for no link.</summary>
    public string? Url { get; init; }

    public required string NameId { get; init; }
    public string? NameEn { get; init; }
    public required string Unit { get; init; }
    public string? Region { get; init; }
    public string? Sector { get; init; }
    public string? LeadPartner { get; init; }
    public PartnerKind? PartnerKind { get; init; }
    public required string Template { get; init; }
    public required int TemplateVersion { get; init; }
    public required string Stage { get; init; }
    public required DateOnly StageSince { get; init; }
    public required int DaysInStage { get; init; }
    public DateOnly? PlannedStart { get; init; }
    public DateOnly? SignedOn { get; init; }
    public DateOnly? EffectiveOn { get; init; }
    public DateOnly? ClosingOn { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public Money.Money? Agreement { get; init; }
    public Money.Money? Counterpart { get; init; }
    public DateOnly? NextDeadlineOn { get; init; }
    public string? NextDeadline { get; init; }

    /// <summary>What still blocks the next move, a sentence each.</summary>
    public IReadOnlyList<string> UnmetConditions { get; init; } = [];

    public string? Owner { get; init; }
    public Light? Light { get; init; }

    /// <summary>What the stall watch says, the most telling first.</summary>
    public IReadOnlyList<StallFlag> StallFlags { get; init; } = [];
}

/// <summary>One move of one project.</summary>
public sealed record StageHistoryRow
{
    public required string ProjectCode { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Null for the entry that registered the project.</summary>
    public MoveKind? Move { get; init; }

    public string? From { get; init; }
    public required string To { get; init; }
    public string? By { get; init; }
    public string? Reason { get; init; }
    public string? ObstacleCode { get; init; }

    /// <summary>Days spent in the stage that was left; null for the first entry.</summary>
    public int? DaysInStageLeft { get; init; }
}

/// <summary>Where an open deadline stands on the day of the report.</summary>
public enum DeadlineStanding
{
    Open,
    Overdue,
}

/// <summary>One open deadline of one project.</summary>
public sealed record PortfolioDeadlineRow
{
    public required string ProjectCode { get; init; }
    public required string Title { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>Days from the report's day to the due date, negative when past.</summary>
    public required int DaysLeft { get; init; }

    public required DeadlineStanding Standing { get; init; }
    public string? Responsible { get; init; }
}

/// <summary>How many projects stand in a stage.</summary>
public sealed record StageCount(string Stage, int Projects);
