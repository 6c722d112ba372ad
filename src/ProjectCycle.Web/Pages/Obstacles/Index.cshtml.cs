using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reports;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Obstacles;

/// <summary>Obstacles by code, by stage and by partner, with the days they cost; each number leads to its rows below.</summary>
[Authorize(Policy = "project.view")]
public sealed class IndexModel(ObstacleReport report, ObstacleList list, RequestReport reports, PeopleQueries people, TemplateCatalog templates, Texts texts, Show show) : PageModel
{
    public ObstacleFilter Filter { get; private set; } = new();
    public ObstacleTables Tables { get; private set; } = null!;
    public Paged<ObstacleRow> Rows { get; private set; } = null!;
    public IReadOnlyList<Choice> Units { get; private set; } = [];
    public IReadOnlyList<CycleTemplate> Templates => templates.Current();

    /// <summary>The address that shows <paramref name="filter"/>.</summary>
    public static string Href(ObstacleFilter filter) => "/obstacles" + filter.ToQuery();

    /// <summary>The same, with the rows in sight.</summary>
    public static string RowsHref(ObstacleFilter filter) => Href(filter) + "#rows";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Filter = ObstacleFilter.Parse(Request.QueryString.Value);
        if (Request.Query.Any(pair => pair.Value == "")) // a form sends its blank inputs too: a link to pass on is shorter
            return LocalRedirect(Href(Filter));
        Tables = await report.LoadAsync(Filter, cancellation);
        Rows = await list.PageAsync(Filter, cancellation);
        Units = await people.UnitChoicesAsync(Rights.ViewProject, cancellation);
        return Page();
    }

    /// <summary>Queues the workbook over what the page shows.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        var outcome = await reports.HandleAsync(ObstacleFilter.Parse(Request.QueryString.Value), cancellation);
        if (!outcome.Succeeded)
            return Forbid();
        TempData.FlashDone(texts["projects.export.done"]);
        return LocalRedirect("/reports");
    }

    /// <summary>What of the tables the rows below show, each with the address that takes it away.</summary>
    public IEnumerable<(string Text, string Href)> Chips()
    {
        var all = Filter with { Page = 1 };
        if (Filter.Open)
            yield return (texts["obstacles.col.open"], RowsHref(all with { Open = false }));
        if (Filter.Code != "")
            yield return (CodeName(Filter.Code), RowsHref(all with { Code = "" }));
        if (Filter.Stage != "")
            yield return (StageName(Filter.Stage), RowsHref(all with { Stage = "" }));
        if (Filter.Partner is { } partner)
            yield return (PartnerName(partner.ToString()), RowsHref(all with { Partner = null }));
    }

    public string CodeName(string code) => Projects.ObstacleWords.Name(show, code);

    public string StageName(string stage) => StateCodes.All.Contains(stage) ? texts.Code("state", stage) : stage;

    public string PartnerName(string key) =>
        Tables.PartnerNames.TryGetValue(key, out var name) ? name
        : key == Guid.Empty.ToString() ? texts["obstacles.no-partner"]
        : texts["projects.filter.unknown"];

    /// <summary>True for the heading of a group of codes.</summary>
    public static bool IsGroup(string code) => ReferenceData.Obstacles.TryGetValue(code, out var kind) && kind.IsGroup;
}

/// <summary>One of the three tables, for the partial <c>_Table</c>.</summary>
/// <param name="Id">Id of its heading.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">How its days are counted.</param>
/// <param name="Column">Head of the first column.</param>
/// <param name="Rows">Name, rows' filter and sum of each line.</param>
/// <param name="Whole">The foot.</param>
/// <param name="All">Filter of all rows.</param>
public sealed record ObstacleTable(
    string Id, string Title, string Note, string Column, IReadOnlyList<(string Name, ObstacleFilter Filter, ObstacleSum Sum)> Rows, ObstacleSum Whole, ObstacleFilter All);
