using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Cycles;

namespace ProjectCycle.Features.Cycles;

/// <summary>
/// Brings the templates of the folder and those stored in the database together at start. A published version never changes:
/// a file that differs from what was stored under its version is a fault, and with any fault the program does not start. Uploaded
/// versions come from the database alone.
/// </summary>
public static class TemplateStartup
{
    /// <summary>Nodes that start together store the same new files; whoever comes second finds them stored and reads again.</summary>
    private const int MostTries = 3;

    /// <returns>All versions, those of uploads too, with their marks; or every fault found.</returns>
    public static async Task<(TemplateSet? Set, IReadOnlyList<TemplateFault> Faults)> LoadAsync(
        AppDbContext db, string folder, TimeProvider clock, CancellationToken cancellation)
    {
        var loaded = TemplateLoader.LoadFolder(folder);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await LoadAsync(db, loaded, clock, cancellation);
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation() && attempt < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<(TemplateSet? Set, IReadOnlyList<TemplateFault> Faults)> LoadAsync(
        AppDbContext db, TemplateLoad loaded, TimeProvider clock, CancellationToken cancellation)
    {
        var faults = loaded.Faults.ToList();
        var stored = await db.Templates.AsNoTracking().ToListAsync(cancellation);
        foreach (var template in loaded.Templates)
        {
            var known = stored.Find(s => s.TemplateId == template.Template.Id && s.Version == template.Template.Version);
            if (known is not null && known.Hash != template.Hash)
                faults.Add(new TemplateFault(template.FileName, 1, $"version {known.Version} of '{known.TemplateId}' was published before with other content; give the changed file a higher version"));
        }
        var others = stored.Where(s => !loaded.Templates.Any(t => t.Template.Id == s.TemplateId && t.Template.Version == s.Version))
            .Select(s => TemplateLoader.LoadText($"{s.TemplateId} version {s.Version} (stored)", s.Text)).ToList();
        faults.AddRange(others.SelectMany(result => result.Faults));
        if (faults.Count > 0)
            return (null, faults);

        foreach (var template in loaded.Templates.Where(t => !stored.Exists(s => s.TemplateId == t.Template.Id && s.Version == t.Template.Version)))
            db.Add(Stored(template, publishedBy: null, clock));
        await db.SaveChangesAsync(cancellation);
        return (
            new TemplateSet(
                [.. loaded.Templates, .. others.SelectMany(result => result.Templates)],
                stored.Where(s => s.RetiredAt is not null).Select(s => (s.TemplateId, s.Version))),
            []);
    }

    /// <summary>The row of a version that is published now.</summary>
    internal static StoredTemplate Stored(LoadedTemplate template, Guid? publishedBy, TimeProvider clock) => new()
    {
        TemplateId = template.Template.Id,
        Version = template.Template.Version,
        Text = template.Text,
        Hash = template.Hash,
        StoredAt = clock.GetUtcNow().UtcDateTime,
        Source = template.FileName,
        PublishedById = publishedBy,
    };
}
