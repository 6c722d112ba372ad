using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>What a version is good for now.</summary>
public enum VersionState
{
    /// <summary>New projects get it.</summary>
    Current,

    /// <summary>A later one is current.</summary>
    Older,

    /// <summary>Taken back: no new project gets it.</summary>
    Retired,
}

/// <summary>A version of a template with what people ask about it.</summary>
public sealed record VersionRow
{
    public required CycleTemplate Template { get; init; }
    public required VersionState State { get; init; }

    /// <summary>Projects pinned to it, of those this person may see.</summary>
    public required int Projects { get; init; }

    /// <summary>UTC; null when it was never stored, which only a test can bring about.</summary>
    public required DateTime? PublishedAt { get; init; }

    /// <summary>Who uploaded it; null for a file of the folder.</summary>
    public required string? PublishedBy { get; init; }

    /// <summary>The file's name.</summary>
    public required string Source { get; init; }

    /// <summary>UTC; null unless it is retired.</summary>
    public required DateTime? RetiredAt { get; init; }

    /// <summary>Who retired it.</summary>
    public required string? RetiredBy { get; init; }
}

/// <summary>Reads the versions of all templates, or of one: two queries.</summary>
public sealed class TemplateVersions(AppDbContext db, CurrentUser user, TemplateCatalog templates)
{
    /// <summary>By id, newest first; empty for who may not see templates.</summary>
    /// <param name="id">Of this template alone; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<VersionRow>> ListAsync(string? id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewTemplate))
            return [];
        var known = templates.Now;
        var stored = await db.Templates.AsNoTracking().Where(t => id == null || t.TemplateId == id)
            .Select(t => new
            {
                Key = new { t.TemplateId, t.Version },
                t.StoredAt,
                t.Source,
                t.RetiredAt,
                PublishedBy = db.Users.Where(u => u.Id == t.PublishedById).Select(u => u.DisplayName).FirstOrDefault(),
                RetiredBy = db.Users.Where(u => u.Id == t.RetiredById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToDictionaryAsync(t => (t.Key.TemplateId, t.Key.Version), cancellation);
        var pinned = await db.Projects.Within(user.Scope(Rights.ViewProject)).Where(p => id == null || p.TemplateId == id)
            .GroupBy(p => new { p.TemplateId, p.TemplateVersion }).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.TemplateId, g.Key.TemplateVersion), g => g.Count, cancellation);
        return [.. known.All.Where(t => id is null || t.Id == id).Reverse().OrderBy(t => t.Id, StringComparer.Ordinal).Select(template =>
        {
            var row = stored.GetValueOrDefault((template.Id, template.Version));
            return new VersionRow
            {
                Template = template,
                State = StateOf(template, known),
                Projects = pinned.GetValueOrDefault((template.Id, template.Version)),
                PublishedAt = row?.StoredAt,
                PublishedBy = row?.PublishedBy,
                Source = row?.Source ?? "",
                RetiredAt = row?.RetiredAt,
                RetiredBy = row?.RetiredBy,
            };
        })];
    }

    private static VersionState StateOf(CycleTemplate template, TemplateSet known)
    {
        if (known.Retired.Contains((template.Id, template.Version)))
            return VersionState.Retired;
        return known.Current(template.Id)?.Version == template.Version ? VersionState.Current : VersionState.Older;
    }
}
