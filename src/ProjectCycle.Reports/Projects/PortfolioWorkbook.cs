using System.Globalization;
using Deadline = ProjectCycle.Domain.Reports.PortfolioDeadlineRow;
using Move = ProjectCycle.Domain.Reports.StageHistoryRow;
using Project = ProjectCycle.Domain.Reports.PortfolioProjectRow;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Projects;

/// <summary>
/// "Portfolio monitoring": a cover, then projects, projects by stage with a chart, stage history and deadlines, in one language.
/// </summary>
public static class PortfolioWorkbook
{
    /// <summary>Describes the workbook of <paramref name="report"/>; the rows are read when it is written.</summary>
    public static Workbook From(PortfolioReport report)
    {
        var cover = report.Cover;
        var texts = new WorkbookTexts(cover.Language);
        var projects = Projects(report.Projects, texts);
        var history = History(report.History, texts);
        var deadlines = Deadlines(report.Deadlines, texts);
        var stages = Stages(report.ByStage, texts);
        return new Workbook(texts["Portfolio.Title"], cover.Language, [Cover(cover, texts, projects, history, deadlines), projects, stages, history, deadlines])
        {
            Author = cover.MadeBy,
            MadeAt = cover.MadeAt,
        };
    }

    private static CoverSheet Cover(ReportCover cover, WorkbookTexts texts, TableSheet projects, TableSheet history, TableSheet deadlines) => new(
        texts["Cover"],
        texts["Portfolio.Title"],
        [
            .. CoverLines.Of(cover, texts),
            CoverLine.RowCount(texts["Cover.Projects"], projects),
            CoverLine.RowCount(texts["Cover.History"], history),
            CoverLine.RowCount(texts["Cover.Deadlines"], deadlines),
            new(texts["Cover.Templates"], Cell.Text(string.Join('\n', cover.Templates.Select(t => FormattableString.Invariant($"{t.Template}, {texts["Version"]} {t.Version}"))))),
        ],
        [texts["Portfolio.Note.Rates"], texts["Portfolio.Note.Days"], texts["Portfolio.Note.StallWatch"], texts["Portfolio.Note.Blank"], texts["Portfolio.Note.Scope"]]);

    /// <summary>Days in files are written as files write them, in every language.</summary>
    private static string Sentence(StallFlag flag, WorkbookTexts texts) => flag.Kind switch
    {
        StallKind.Slow => Fill(texts["Stall.Slow"], flag.Since.Iso(), flag.Days, flag.Stays!.Cases, flag.Stays.Median, flag.Stays.Percentile, flag.Stays.Limit),
        StallKind.Dormant => Fill(texts["Stall.Dormant"], flag.SignedOn.Iso(), flag.Since.Iso(), flag.Days, flag.Months),
        StallKind.NoLetterOfIntent => Fill(texts["Stall.NoLetterOfIntent"], flag.Since.Iso(), flag.Days, flag.Months),
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };

    private static string Fill(string text, params object?[] args) => string.Format(CultureInfo.InvariantCulture, text, args);

    private static TableSheet<Project> Projects(IAsyncEnumerable<Project> rows, WorkbookTexts texts) => new(
        texts["Projects"],
        [
            new TextColumn<Project>(texts["Project.Code"], r => r.Code) { Width = 24, Link = r => r.Url },
            new TextColumn<Project>(texts["Project.NameId"], r => r.NameId) { Width = 28, Wrap = true },
            new TextColumn<Project>(texts["Project.NameEn"], r => r.NameEn) { Width = 28, Wrap = true },
            new TextColumn<Project>(texts["Project.Unit"], r => r.Unit) { Width = 17, Wrap = true },
            new TextColumn<Project>(texts["Project.Region"], r => r.Region) { Width = 14, Wrap = true },
            new TextColumn<Project>(texts["Project.Sector"], r => r.Sector) { Width = 17, Wrap = true },
            new TextColumn<Project>(texts["Project.LeadPartner"], r => r.LeadPartner) { Width = 15, Wrap = true },
            new TextColumn<Project>(texts["Project.PartnerKind"], r => texts.Of(r.PartnerKind)) { Width = 16, Wrap = true },
            new TextColumn<Project>(texts["Project.Template"], r => r.Template) { Width = 16, Wrap = true },
            new IntegerColumn<Project>(texts["Project.TemplateVersion"], r => r.TemplateVersion) { Width = 12 },
            new TextColumn<Project>(texts["Project.Stage"], r => r.Stage) { Width = 14, Wrap = true },
            new DateColumn<Project>(texts["Project.StageSince"], r => r.StageSince) { Width = 11.5 },
            new IntegerColumn<Project>(texts["Project.DaysInStage"], r => r.DaysInStage) { Width = 10 },
            new DateColumn<Project>(texts["Project.PlannedStart"], r => r.PlannedStart) { Width = 11.5 },
            new DateColumn<Project>(texts["Project.SignedOn"], r => r.SignedOn) { Width = 17 },
            new DateColumn<Project>(texts["Project.EffectiveOn"], r => r.EffectiveOn) { Width = 11.5 },
            new DateColumn<Project>(texts["Project.ClosingOn"], r => r.ClosingOn) { Width = 13 },
            new DateColumn<Project>(texts["Project.CompletedOn"], r => r.CompletedOn) { Width = 11.5 },
            new MoneyColumn<Project>(texts["Project.Agreement"], r => r.Agreement) { Width = 19 },
            new TextColumn<Project>(texts["Project.AgreementCurrency"], r => r.Agreement?.Currency.Code) { Width = 13 },
            new MoneyColumn<Project>(texts["Project.Counterpart"], r => r.Counterpart) { Width = 17 },
            new TextColumn<Project>(texts["Project.CounterpartCurrency"], r => r.Counterpart?.Currency.Code) { Width = 13 },
            new DateColumn<Project>(texts["Project.NextDeadlineOn"], r => r.NextDeadlineOn) { Width = 12 },
            new TextColumn<Project>(texts["Project.NextDeadline"], r => r.NextDeadline) { Width = 23, Wrap = true },
            new IntegerColumn<Project>(texts["Project.UnmetCount"], r => r.UnmetConditions.Count) { Width = 14 },
            new TextColumn<Project>(texts["Project.Unmet"], r => string.Join('\n', r.UnmetConditions)) { Width = 36, Wrap = true },
            new TextColumn<Project>(texts["Project.Owner"], r => r.Owner) { Width = 17, Wrap = true },
            new TextColumn<Project>(texts["Project.Light"], r => texts.Of(r.Light)) { Width = 13, Wrap = true, Tone = r => ToneOf(r.Light) },
            new TextColumn<Project>(texts["Project.StallWatch"], r => string.Join('\n', r.StallFlags.Select(flag => Sentence(flag, texts)))) { Width = 40, Wrap = true },
        ],
        rows)
    {
        FrozenColumns = 2,
    };

    private static TableSheet<StageCount> Stages(IReadOnlyList<StageCount> rows, WorkbookTexts texts) => new(
        texts["Stages"],
        [
            new TextColumn<StageCount>(texts["Stage.Name"], r => r.Stage) { Width = 26 },
            new IntegerColumn<StageCount>(texts["Stage.Projects"], r => r.Projects) { Width = 16, Total = true },
        ],
        rows.ToAsyncEnumerable())
    {
        Chart = new Chart(ChartKind.Column, texts["Stage.Chart"], CategoryColumn: 0, ValueColumn: 1),
    };

    private static TableSheet<Move> History(IAsyncEnumerable<Move> rows, WorkbookTexts texts) => new(
        texts["StageHistory"],
        [
            new TextColumn<Move>(texts["Project.Code"], r => r.ProjectCode) { Width = 24 },
            new DateColumn<Move>(texts["Move.On"], r => r.On) { Width = 13 },
            new TextColumn<Move>(texts["Move.Kind"], r => texts.Of(r.Move) ?? texts["Move.Registered"]) { Width = 16 },
            new TextColumn<Move>(texts["Move.From"], r => r.From) { Width = 18, Wrap = true },
            new TextColumn<Move>(texts["Move.To"], r => r.To) { Width = 18, Wrap = true },
            new TextColumn<Move>(texts["Move.By"], r => r.By) { Width = 22, Wrap = true },
            new TextColumn<Move>(texts["Move.Reason"], r => r.Reason) { Width = 48, Wrap = true },
            new TextColumn<Move>(texts["Move.Obstacle"], r => r.ObstacleCode) { Width = 13 },
            new IntegerColumn<Move>(texts["Move.Days"], r => r.DaysInStageLeft) { Width = 17 },
        ],
        rows)
    {
        FrozenColumns = 1,
    };

    private static TableSheet<Deadline> Deadlines(IAsyncEnumerable<Deadline> rows, WorkbookTexts texts) => new(
        texts["Deadlines"],
        [
            new TextColumn<Deadline>(texts["Project.Code"], r => r.ProjectCode) { Width = 24 },
            new TextColumn<Deadline>(texts["Deadline.Title"], r => r.Title) { Width = 54, Wrap = true },
            new DateColumn<Deadline>(texts["Deadline.DueOn"], r => r.DueOn) { Width = 15 },
            new IntegerColumn<Deadline>(texts["Deadline.DaysLeft"], r => r.DaysLeft) { Width = 13 },
            new TextColumn<Deadline>(texts["Deadline.Standing"], r => texts.Of<DeadlineStanding>(r.Standing)) { Width = 14, Tone = r => ToneOf(r.Standing) },
            new TextColumn<Deadline>(texts["Deadline.Responsible"], r => r.Responsible) { Width = 26, Wrap = true },
        ],
        rows)
    {
        FrozenColumns = 1,
    };

    private static Tone ToneOf(Light? light) => light switch
    {
        Light.OnTrack => Tone.Good,
        Light.ForAttention => Tone.Warning,
        Light.AtRisk => Tone.Bad,
        _ => Tone.Plain,
    };

    private static Tone ToneOf(DeadlineStanding standing) => standing == DeadlineStanding.Overdue ? Tone.Bad : Tone.Plain;
}
