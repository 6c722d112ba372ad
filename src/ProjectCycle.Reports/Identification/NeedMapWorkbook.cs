using System.Globalization;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Language;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Identification;

/// <summary>The need and potential map of a project in one language, to be read, filled in and handed back: the sheet of rows, and how to fill it in.</summary>
public static class NeedMapWorkbook
{
    /// <summary>Describes the workbook of <paramref name="report"/>.</summary>
    public static Workbook From(NeedMapReport report)
    {
        var texts = new WorkbookTexts(report.Language);
        var rows = Rows(report, texts);
        return new Workbook(texts["NeedMap.Title"], report.Language, [rows, Cover(report, texts, rows)])
        {
            Author = report.MadeBy,
            MadeAt = report.MadeAt,
        };
    }

    /// <summary>What the file is called when it is saved.</summary>
    public static string FileName(NeedMapReport report) => $"{report.ProjectCode}-{(report.Language == Languages.English ? "need-map" : "peta-kebutuhan")}.xlsx";

    /// <summary>The heading of a column of <see cref="NeedMapColumns"/>.</summary>
    internal static string Heading(WorkbookTexts texts, string field) => texts[$"NeedMap.{field}"];

    /// <summary>What is sought, word by word.</summary>
    internal static string Words(Wants wants, WorkbookTexts texts) =>
        string.Join(", ", Enum.GetValues<Wants>().Where(one => one != Wants.None && wants.HasFlag(one)).Select(one => texts.Of<Wants>(one)));

    private static TableSheet<NeedMapEntry> Rows(NeedMapReport report, WorkbookTexts texts) => new(
        texts["NeedMap.Rows"],
        [
            new IntegerColumn<NeedMapEntry>(Heading(texts, NeedMapColumns.Number), e => e.Number) { Width = 8 },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Sector)), e => e.Sector) { Width = 18, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Kind)), e => texts.Of<MapKind>(e.Kind)) { Width = 14 },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Subject)), e => e.Subject) { Width = 32, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.EvidenceFigure)), e => e.EvidenceFigure) { Width = 26, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.EvidenceYear)), e => e.EvidenceYear?.ToString(CultureInfo.InvariantCulture)) { Width = 11 },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.EvidenceSource)), e => e.EvidenceSource) { Width = 24, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.OwnStrength)), e => e.OwnStrength) { Width = 30, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.OwnWeakness)), e => e.OwnWeakness) { Width = 30, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Sought)), e => Words(e.Sought, texts)) { Width = 22, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Offered)), e => e.Offered) { Width = 26, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.ResponsibleOffice)), e => e.ResponsibleOffice) { Width = 22, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.OtherActors)), e => e.OtherActors) { Width = 24, Wrap = true },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.PlanLink)), e => e.PlanLink) { Width = 24, Wrap = true },
            new IntegerColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Priority)), e => e.Priority) { Width = 12 },
            new TextColumn<NeedMapEntry>(Heading(texts, nameof(NeedMapEntry.Problem)), e => e.Problem) { Width = 36, Wrap = true },
        ],
        report.Entries.ToAsyncEnumerable())
    {
        FrozenColumns = 4,
    };

    private static CoverSheet Cover(NeedMapReport report, WorkbookTexts texts, TableSheet rows) => new(
        texts["NeedMap.Cover"],
        texts["NeedMap.Title"],
        [
            new(texts["NeedMap.Project"], Cell.Text($"{report.ProjectCode} {report.ProjectName.In(report.Language)}")),
            new(texts["NeedMap.Region"], Cell.Text(report.Region)),
            new($"{texts["Cover.MadeAt"]} ({report.Zone.ToString().ToUpperInvariant()})", Cell.Timestamp(report.Zone.LocalTime(report.MadeAt))),
            new(texts["Cover.MadeBy"], Cell.Text(report.MadeBy)),
            new(texts["Cover.Language"], Cell.Text(texts["Language"])),
            CoverLine.RowCount(texts["NeedMap.RowCount"], rows),
        ],
        [
            texts["NeedMap.Note.Number"],
            string.Format(CultureInfo.InvariantCulture, texts["NeedMap.Note.Kind"], string.Join(", ", Enum.GetValues<MapKind>().Select(kind => texts.Of<MapKind>(kind)))),
            string.Format(CultureInfo.InvariantCulture, texts["NeedMap.Note.Sought"], Words((Wants)~0, texts)),
            texts["NeedMap.Note.Priority"],
            texts["NeedMap.Note.Layout"],
        ]);
}
