using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;

namespace ProjectCycle.Features.Cycles;

/// <summary>Reads from the database what a node does not know yet of its templates.</summary>
public sealed class TemplateStore(IServiceScopeFactory scopes)
{
    /// <summary>
    /// The set with the versions published and the marks set since; the very same set when there is nothing new. One small query
    /// then, a second one for the texts of what is new.
    /// </summary>
    public async Task<TemplateSet> ReadAsync(TemplateSet known, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var rows = await db.Templates.Select(t => new { t.TemplateId, t.Version, IsRetired = t.RetiredAt != null }).ToListAsync(cancellation);
        var retired = rows.Where(r => r.IsRetired).Select(r => (r.TemplateId, r.Version)).ToHashSet();
        var missing = rows.Where(r => known.Find(r.TemplateId, r.Version) is null).Select(r => (r.TemplateId, r.Version)).ToHashSet();
        if (missing.Count == 0 && known.Retired.SetEquals(retired))
            return known;

        var ids = missing.Select(m => m.TemplateId).Distinct().ToList();
        var texts = await db.Templates.AsNoTracking().Where(t => ids.Contains(t.TemplateId)).ToListAsync(cancellation);

        // What a newer program published may be beyond this one: it is left out here, and known after the update.
        var loaded = texts.Where(t => missing.Contains((t.TemplateId, t.Version)))
            .SelectMany(t => TemplateLoader.LoadText(t.Source, t.Text).Templates);
        return new TemplateSet([.. known.Loaded, .. loaded], retired);
    }
}
