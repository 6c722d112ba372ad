using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>The project list. Its address holds the whole view, so that a link shows the same rows.</summary>
public sealed class IndexModel(
    ProjectList list, PeopleQueries people, TemplateCatalog templates, RequestReport reports, TimeProvider clock, Texts texts, Show show) : PageModel
{
    public ProjectListFilter Filter { get; private set; } = new();
    public Paged<ProjectRow> Projects { get; private set; } = null!;

    /// <summary>True shows the filters with many choices at once, for browsers without script.</summary>
    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    /// <summary>True when those filters stand in the page: they were asked for, or one of them narrows the list.</summary>
    public bool ShowsMore { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];
    public IReadOnlyList<Choice> Partners { get; private set; } = [];
    public IReadOnlyList<Choice> Owners { get; private set; } = [];
    public IReadOnlyList<CycleTemplate> Templates => templates.Known();

    /// <summary>The address that shows <paramref name="filter"/>.</summary>
    public static string Href(ProjectListFilter filter) => ProjectLinks.List + filter.ToQuery();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Filter = ProjectListFilter.Parse(Request.QueryString.Value);
        if (Request.Query.Any(pair => pair.Value == "")) // a form sends its blank inputs too: a link to pass on is shorter
            return LocalRedirect(Href(Filter));
        Projects = await list.PageAsync(Filter, cancellation);
        ShowsMore = More || Filter is not { Unit: null, Partner: null, Owner: null, Region: "", Obstacle: "", Flag: null };
        if (ShowsMore)
            await LoadChoicesAsync(cancellation);
        return Page();
    }

    /// <summary>The filters by unit, partner, owner and region, for htmx.</summary>
    public async Task<PartialViewResult> OnGetMoreAsync(CancellationToken cancellation)
    {
        Filter = ProjectListFilter.Parse(Request.QueryString.Value);
        await LoadChoicesAsync(cancellation);
        return Partial("_MoreFilters", this);
    }

    private async Task LoadChoicesAsync(CancellationToken cancellation)
    {
        Units = await people.UnitChoicesAsync(Rights.ViewProject, cancellation);
        Partners = await people.PartnerChoicesAsync(cancellation);
        Owners = await people.PeopleInReachAsync(cancellation);
    }

    /// <summary>Asks for the workbook of the very rows that this address shows.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        var outcome = await reports.HandleAsync(ProjectListFilter.Parse(Request.QueryString.Value), cancellation);
        if (!outcome.Succeeded)
            return Forbid();
        TempData.FlashDone(texts["projects.export.done"]);
        return LocalRedirect("/reports");
    }

    /// <summary>What narrows the list, each with the address that takes it away.</summary>
    public IEnumerable<(string Text, string Href)> Chips()
    {
        var all = Filter with { Page = 1 };
        if (Filter.Search != "")
            yield return (texts["projects.chip.search", Filter.Search], Href(all with { Search = "" }));
        if (Filter.State != "")
            yield return (Chip("projects.filter.state", StateCodes.All.Contains(Filter.State) ? texts.Code("state", Filter.State) : Filter.State), Href(all with { State = "" }));
        if (Filter.Template != "")
            yield return (Chip("projects.filter.template", show.Text(templates.Known().FirstOrDefault(t => t.Id == Filter.Template)?.Name) is { Length: > 0 } name ? name : Filter.Template), Href(all with { Template = "" }));
        if (Filter.Unit is { } unit)
            yield return (Chip("projects.filter.unit", NameIn(Units, unit)), Href(all with { Unit = null }));
        if (Filter.Partner is { } partner)
            yield return (Chip("projects.filter.partner", NameIn(Partners, partner)), Href(all with { Partner = null }));
        if (Filter.Owner is { } owner)
            yield return (Chip("projects.filter.owner", NameIn(Owners, owner)), Href(all with { Owner = null }));
        if (Filter.Region != "")
            yield return (Chip("projects.filter.region", ReferenceData.RegionName(Filter.Region)), Href(all with { Region = "" }));
        if (Filter.Flag is { } flag)
            yield return (Chip("projects.filter.flag", texts.Enum(flag)), Href(all with { Flag = null }));
        if (Filter.Obstacle != "")
            yield return (Chip("projects.filter.obstacle", ObstacleWords.Name(show, Filter.Obstacle)), Href(all with { Obstacle = "" }));
        if (Filter.Overdue)
            yield return (texts["projects.filter.overdue"], Href(all with { Overdue = false }));
    }

    /// <summary>"Stage, then name (descending)"; blank for the usual order.</summary>
    public string SortedBy() => Filter.Sort is ["code"]
        ? ""
        : Filter.Sort.Select(key => key.StartsWith('-') ? texts["projects.sort.descending", Word(key[1..])] : Word(key))
            .Aggregate((before, next) => texts["projects.sort.then", before, next]);

    /// <summary>Days until the next deadline by the clock of the project's unit.</summary>
    public int? DaysLeft(ProjectRow row) => row.NextDueOn?.DayNumber - row.Zone.Today(clock).DayNumber;

    private string Word(string key) => texts[$"projects.column.{key}"];

    private string Chip(string key, string value) => $"{texts[key]}: {value}";

    private string NameIn(IReadOnlyList<Choice> choices, Guid id) => choices.FirstOrDefault(choice => choice.Id == id)?.Name ?? texts["projects.filter.unknown"];
}
