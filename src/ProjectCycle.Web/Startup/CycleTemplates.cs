using ProjectCycle.Data;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Web.Startup;

/// <summary>Holds the catalogue once it is loaded, which needs the migrated database: <see cref="Serve"/> and the verbs load it.</summary>
internal sealed class CycleTemplates(Settings settings, TemplateStore store, TimeProvider clock)
{
    private TemplateCatalog? _catalog;

    public TemplateCatalog Catalog => _catalog ?? throw new InvalidOperationException("The cycle templates are not loaded yet.");

    /// <summary>Loads and checks the templates; with any fault there is no catalogue and the program does not start.</summary>
    public async Task<IReadOnlyList<TemplateFault>> LoadAsync(AppDbContext db, CancellationToken cancellation)
    {
        var (set, faults) = await TemplateStartup.LoadAsync(db, Path.Combine(settings.TemplatesDirectory, "cycles"), clock, cancellation);
        _catalog = set is null ? null : new TemplateCatalog(set, store.ReadAsync);
        return faults;
    }
}
