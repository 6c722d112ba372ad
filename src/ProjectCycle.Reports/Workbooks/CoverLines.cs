using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Reports.Workbooks;

/// <summary>What every cover says first: when, by whom, in which language, over which rows.</summary>
internal static class CoverLines
{
    public static IEnumerable<CoverLine> Of(ReportCover cover, WorkbookTexts texts) => [.. Made(cover, texts), .. Filters(cover, texts)];

    /// <summary>The same for a workbook that holds no list somebody filtered.</summary>
    public static IEnumerable<CoverLine> Made(ReportCover cover, WorkbookTexts texts) =>
    [
        new($"{texts["Cover.MadeAt"]} ({cover.Zone.ToString().ToUpperInvariant()})", Cell.Timestamp(cover.Zone.LocalTime(cover.MadeAt))),
        new(texts["Cover.MadeBy"], Cell.Text(cover.MadeBy)),
        new(texts["Cover.Language"], Cell.Text(texts["Language"])),
    ];

    private static IEnumerable<CoverLine> Filters(ReportCover cover, WorkbookTexts texts) => cover.Filters.Count == 0
        ? [new CoverLine(texts["Cover.Filters"], Cell.Text(texts["Cover.NoFilters"]))]
        : cover.Filters.Select(filter => new CoverLine($"{texts["Cover.Filter"]}: {texts[$"Filter.{filter.Field}"]}", Cell.Text(InWords(filter, texts))));

    private static string InWords((string Field, string Value) filter, WorkbookTexts texts) =>
        filter.Field == "flag" && Enum.TryParse<StallKind>(filter.Value, out var flag) ? texts.Of<StallKind>(flag)! : filter.Value;
}
