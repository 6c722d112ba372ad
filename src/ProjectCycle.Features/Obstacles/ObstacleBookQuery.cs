using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Obstacles;

/// <summary>The obstacle workbook's content: the tables and rows of the page, by the very same filter.</summary>
public sealed class ObstacleBookQuery(AppDbContext db, CurrentUser user, ObstacleReport report, ObstacleList list, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>The book over what <paramref name="filter"/> shows the current user, and how many obstacles it holds.</summary>
    /// <param name="filter">The page's view; a number that was followed and the page of the rows do not count.</param>
    /// <param name="language">"id" or "en".</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(ObstacleBook Book, int Rows)> LoadAsync(ObstacleFilter filter, string language, CancellationToken cancellation)
    {
        var whole = filter.Whole;
        var tables = await report.LoadAsync(whole, cancellation);
        var cover = new ReportCover
        {
            Language = language,
            Filters = await InWordsAsync(whole, language, cancellation),
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Zone = IndonesianZone.Wib, // as the page counts its days
            MadeBy = user.Name,
        };
        var codes = tables.ByCode.Where(sum => !ReferenceData.Obstacles[sum.Key].IsGroup);
        return (new ObstacleBook(
            cover,
            list.StreamAsync(whole).Select(row => Row(row, language)),
            [.. codes.Select(sum => Sum($"{sum.Key} {ObstacleName(sum.Key, language)}", sum))],
            [.. tables.ByStage.Select(sum => Sum(templates.StateName(sum.Key).In(language), sum))],
            [.. tables.ByPartner.Select(sum => Sum(tables.PartnerNames.GetValueOrDefault(sum.Key, "–"), sum))]), tables.Whole.Count);
    }

    private ObstacleBookRow Row(ObstacleRow row, string language) => new()
    {
        ProjectCode = row.ProjectCode,
        Project = row.ProjectName.In(language),
        Stage = templates.StateName(row.StageCode).In(language),
        Code = row.Code,
        Name = ObstacleName(row.Code, language),
        Cause = row.Cause,
        Party = row.Party,
        Severity = row.Severity,
        Owner = row.Owner,
        StartedOn = row.StartedOn,
        EndedOn = row.EndedOn,
        Ending = row.Ending,
        DaysLost = row.Lost.Days,
    };

    private static ObstacleBookSum Sum(string name, ObstacleSum sum) => new(name, sum.Count, sum.Open, sum.DaysLost, sum.Projects);

    private static string ObstacleName(string code, string language) =>
        ReferenceData.Obstacles.TryGetValue(code, out var kind) ? kind.Name.In(language) : "";

    private async Task<IReadOnlyList<(string Field, string Value)>> InWordsAsync(ObstacleFilter filter, string language, CancellationToken cancellation)
    {
        var unit = filter.Unit is { } id ? await db.Units.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellation) : null;
        var template = filter.Template == "" ? null : templates.Known().FirstOrDefault(t => t.Id == filter.Template)?.Name.In(language) ?? filter.Template;
        (string Field, string? Value)[] words =
        [
            ("unit", unit), ("template", template), ("from", filter.From.Iso()), ("to", filter.To.Iso()),
        ];
        return [.. words.Where(word => !string.IsNullOrEmpty(word.Value)).Select(word => (word.Field, word.Value!))];
    }

}
