using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Obstacles;

/// <summary>Which obstacles to count or list, as the page's address holds it: a number and the rows behind it have the same one.</summary>
public sealed record ObstacleFilter
{
    /// <summary>Only those that last.</summary>
    public bool Open { get; init; }

    /// <summary>A code or a group of the obstacle list; blank for all.</summary>
    public string Code { get; init; } = "";

    /// <summary>The stage in which they arose; blank for all.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The lead partner; <see cref="Guid.Empty"/> for projects without one.</summary>
    public Guid? Partner { get; init; }

    public Guid? Unit { get; init; }
    public string Template { get; init; } = "";

    /// <summary>Only those that lasted on this day or later; days before it do not count.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only those that had begun by this day; days after it do not count.</summary>
    public DateOnly? To { get; init; }

    public Guid? ProjectId { get; init; }
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;

    /// <summary>True when one of the tables' numbers was followed.</summary>
    public bool IsPicked => Open || Code != "" || Stage != "" || Partner is not null;

    /// <summary>True when something narrows the tables.</summary>
    public bool IsNarrowed => Unit is not null || Template != "" || From is not null || To is not null;

    /// <summary>What the tables are made of: the same without a number followed.</summary>
    public ObstacleFilter Whole => this with { Open = false, Code = "", Stage = "", Partner = null, Page = 1 };

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static ObstacleFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new ObstacleFilter
        {
            Open = Text("open") == "true",
            Code = Text("code"),
            Stage = Text("stage"),
            Partner = Id("partner"),
            Unit = Id("unit"),
            Template = Text("template"),
            From = Date("from"),
            To = Date("to"),
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        };

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
        Guid? Id(string key) => Guid.TryParse(Text(key), out var id) ? id : null;
        DateOnly? Date(string key) => IsoDate.Read(Text(key));
    }

    /// <summary>The query string, beginning with "?" or empty.</summary>
    public string ToQuery()
    {
        var values = new Dictionary<string, string?>
        {
            ["unit"] = Unit?.ToString(),
            ["template"] = Template,
            ["from"] = From.Iso(),
            ["to"] = To.Iso(),
            ["open"] = Open ? "true" : null,
            ["code"] = Code,
            ["stage"] = Stage,
            ["partner"] = Partner?.ToString(),
            ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString("", values.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }
}

/// <summary>An obstacle beside its project, for queries.</summary>
internal sealed class ObstacleOfProject
{
    public required Obstacle Obstacle { get; init; }
    public required Project Project { get; init; }
}

/// <summary>The one place where the filter becomes a query, for tables and rows alike.</summary>
internal static class ObstacleQueries
{
    public static IQueryable<ObstacleOfProject> Filtered(this AppDbContext db, ObstacleFilter filter, ProjectScope scope)
    {
        var projects = db.Projects.AsNoTracking().Within(scope);
        if (filter.Unit is { } unit)
            projects = projects.Where(p => p.UnitId == unit);
        if (filter.Template != "")
            projects = projects.Where(p => p.TemplateId == filter.Template);
        if (filter.Partner is { } partner)
            projects = partner == Guid.Empty ? projects.Where(p => p.LeadPartnerId == null) : projects.Where(p => p.LeadPartnerId == partner);
        if (filter.ProjectId is { } project)
            projects = projects.Where(p => p.Id == project);
        return Matching(db.Obstacles.AsNoTracking(), filter)
            .Join(projects, o => o.ProjectId, p => p.Id, (o, p) => new ObstacleOfProject { Obstacle = o, Project = p });
    }

    private static IQueryable<Obstacle> Matching(IQueryable<Obstacle> obstacles, ObstacleFilter filter)
    {
        if (filter.Open)
            obstacles = obstacles.Where(o => o.EndedOn == null);
        if (filter.Code != "")
            obstacles = obstacles.Where(o => o.Code == filter.Code || o.Code.StartsWith(filter.Code + "."));
        if (filter.Stage != "")
            obstacles = obstacles.Where(o => o.StageCode == filter.Stage);
        if (filter.From is { } from)
            obstacles = obstacles.Where(o => o.EndedOn == null || o.EndedOn >= from);
        if (filter.To is { } to)
            obstacles = obstacles.Where(o => o.StartedOn <= to);
        return obstacles;
    }
}
