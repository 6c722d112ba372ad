using ProjectCycle.Data;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Web.Startup;

/// <summary>Holds the catalogue once it is loaded, which needs the migrated database: <see cref="Serve"/> and the verbs load it.</summary>
internal sealed class CycleTemplates(Settings settings, TimeProvider clock)
{
    private TemplateCatalog? _catalog;

    public TemplateCatalog Catalog => _catalog ?? throw new InvalidOperationException("The cycle templates are not loaded yet.");

    /// <summary>Loads and checks the templates; with any fault the program does not start.</summary>
    public async Task LoadAsync(AppDbContext db, CancellationToken cancellation)
    {
        var (catalog, faults) = await TemplateStartup.LoadAsync(db, Path.Combine(settings.TemplatesDirectory, "cycles"), clock, cancellation);
        _catalog = catalog ?? throw new InvalidOperationException($"Cycle templates are not sound:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
    }
}
