using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Cycles;

namespace ProjectCycle.Features.Cycles;

/// <summary>
/// Brings the templates of the folder and those stored in the database together at start. A published version never changes:
/// a file that differs from what was stored under its version is a fault, and with any fault the program does not start.
/// </summary>
public static class TemplateStartup
{
    /// <returns>The catalogue, or every fault found.</returns>
    public static async Task<(TemplateCatalog? Catalog, IReadOnlyList<TemplateFault> Faults)> LoadAsync(
        AppDbContext db, string folder, TimeProvider clock, CancellationToken cancellation)
    {
        var loaded = TemplateLoader.LoadFolder(folder);
        var faults = loaded.Faults.ToList();
        var stored = await db.Templates.AsNoTracking().ToListAsync(cancellation);
        foreach (var template in loaded.Templates)
        {
            var known = stored.Find(s => s.TemplateId == template.Template.Id && s.Version == template.Template.Version);
            if (known is not null && known.Hash != template.Hash)
                faults.Add(new TemplateFault(template.FileName, 1, $"version {known.Version} of '{known.TemplateId}' was published before with other content; give the changed file a higher version"));
        }
        var older = stored.Where(s => !loaded.Templates.Any(t => t.Template.Id == s.TemplateId && t.Template.Version == s.Version))
            .Select(s => TemplateLoader.LoadText($"{s.TemplateId} version {s.Version} (stored)", s.Text)).ToList();
        faults.AddRange(older.SelectMany(result => result.Faults));
        if (faults.Count > 0)
            return (null, faults);

        foreach (var template in loaded.Templates.Where(t => !stored.Exists(s => s.TemplateId == t.Template.Id && s.Version == t.Template.Version)))
        {
            db.Add(new StoredTemplate
            {
                TemplateId = template.Template.Id,
                Version = template.Template.Version,
                Text = template.Text,
                Hash = template.Hash,
                StoredAt = clock.GetUtcNow().UtcDateTime,
            });
        }
        await db.SaveChangesAsync(cancellation);
        return (new TemplateCatalog([.. loaded.Templates, .. older.SelectMany(result => result.Templates)]), []);
    }
}
