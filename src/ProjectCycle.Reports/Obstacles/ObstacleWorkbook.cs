using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Obstacles.ObstacleBookRow;
using Sum = ProjectCycle.Domain.Obstacles.ObstacleBookSum;

namespace ProjectCycle.Reports.Obstacles;

/// <summary>"Obstacles": a cover, the obstacles, and what they add up to by code, by stage and by partner, in one language.</summary>
public static class ObstacleWorkbook
{
    /// <summary>Describes the workbook of <paramref name="book"/>; the rows are read when it is written.</summary>
    public static Workbook From(ObstacleBook book)
    {
        var cover = book.Cover;
        var texts = new WorkbookTexts(cover.Language);
        var rows = Rows(book.Rows, texts);
        return new Workbook(texts["Obstacles.Title"], cover.Language,
        [
            new CoverSheet(
                texts["Cover"],
                texts["Obstacles.Title"],
                [.. CoverLines.Of(cover, texts), CoverLine.RowCount(texts["Obstacles"], rows)],
                [texts["Obstacles.Note.Days"], texts["Obstacles.Note.Partner"], texts["Obstacles.Note.Scope"]]),
            rows,
            Sums(texts["Obstacles.ByCode"], texts["Obstacle.Name"], book.ByCode, texts),
            Sums(texts["Obstacles.ByStage"], texts["Project.Stage"], book.ByStage, texts),
            Sums(texts["Obstacles.ByPartner"], texts["Project.LeadPartner"], book.ByPartner, texts),
        ])
        {
            Author = cover.MadeBy,
            MadeAt = cover.MadeAt,
        };
    }

    private static TableSheet<Row> Rows(IAsyncEnumerable<Row> rows, WorkbookTexts texts) => new(
        texts["Obstacles"],
        [
            new TextColumn<Row>(texts["Project.Code"], r => r.ProjectCode) { Width = 24 },
            new TextColumn<Row>(texts["Obstacle.Project"], r => r.Project) { Width = 32, Wrap = true },
            new TextColumn<Row>(texts["Project.Stage"], r => r.Stage) { Width = 16, Wrap = true },
            new TextColumn<Row>(texts["Move.Obstacle"], r => r.Code) { Width = 13 },
            new TextColumn<Row>(texts["Obstacle.Name"], r => r.Name) { Width = 32, Wrap = true },
            new TextColumn<Row>(texts["Obstacle.Cause"], r => r.Cause) { Width = 44, Wrap = true },
            new TextColumn<Row>(texts["Obstacle.Party"], r => texts.Of<ObstacleParty>(r.Party)) { Width = 18, Wrap = true },
            new IntegerColumn<Row>(texts["Obstacle.Severity"], r => r.Severity) { Width = 12 },
            new TextColumn<Row>(texts["Obstacle.Owner"], r => r.Owner) { Width = 20, Wrap = true },
            new DateColumn<Row>(texts["Obstacle.StartedOn"], r => r.StartedOn) { Width = 13 },
            new DateColumn<Row>(texts["Obstacle.EndedOn"], r => r.EndedOn) { Width = 13 },
            new TextColumn<Row>(texts["Obstacle.Ending"], r => r.Ending) { Width = 32, Wrap = true },
            new IntegerColumn<Row>(texts["Obstacle.Days"], r => r.DaysLost) { Width = 13, Total = true },
        ],
        rows)
    {
        FrozenColumns = 1,
    };

    private static TableSheet<Sum> Sums(string sheet, string what, IReadOnlyList<Sum> rows, WorkbookTexts texts) => new(
        sheet,
        [
            new TextColumn<Sum>(what, r => r.Name) { Width = 48, Wrap = true },
            new IntegerColumn<Sum>(texts["Obstacle.Count"], r => r.Count) { Width = 14, Total = true },
            new IntegerColumn<Sum>(texts["Obstacle.Open"], r => r.Open) { Width = 19, Total = true },
            new IntegerColumn<Sum>(texts["Obstacle.Days"], r => r.DaysLost) { Width = 14, Total = true },
            new IntegerColumn<Sum>(texts["Projects"], r => r.Projects) { Width = 14 },
        ],
        rows.ToAsyncEnumerable());
}
