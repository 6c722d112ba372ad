using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.Cycles;

/// <summary>
/// The templates of this installation as of now. Holds a <see cref="TemplateSet"/> that never changes and is swapped whole when
/// a version was published or retired, here or by another node: versions are only ever added, so that what was found stays true.
/// </summary>
public sealed class TemplateCatalog
{
    private readonly Func<TemplateSet, CancellationToken, Task<TemplateSet>>? _read;
    private TemplateSet _set;

    /// <summary>A catalogue with its way of learning what is new; without one it stays as it is.</summary>
    /// <param name="set">What is known at the start.</param>
    /// <param name="read">Answers the set it is given, or a newer one: <see cref="TemplateStore.ReadAsync"/>.</param>
    public TemplateCatalog(TemplateSet set, Func<TemplateSet, CancellationToken, Task<TemplateSet>>? read = null) => (_set, _read) = (set, read);

    /// <summary>A catalogue that stays as it is.</summary>
    public TemplateCatalog(IEnumerable<LoadedTemplate> loaded)
        : this(new TemplateSet(loaded))
    {
    }

    /// <summary>The present set, for questions that must agree with each other.</summary>
    public TemplateSet Now => Volatile.Read(ref _set);

    /// <inheritdoc cref="TemplateSet.Loaded"/>
    public IReadOnlyList<LoadedTemplate> Loaded => Now.Loaded;

    /// <inheritdoc cref="TemplateSet.All"/>
    public IReadOnlyList<CycleTemplate> All => Now.All;

    /// <inheritdoc cref="TemplateSet.Find"/>
    public CycleTemplate? Find(string id, int version) => Now.Find(id, version);

    /// <summary>
    /// That version, for a project pinned to it. One that another node published a moment ago is fetched; one that nobody
    /// published is a bug and throws.
    /// </summary>
    public CycleTemplate Get(string id, int version) =>
        Find(id, version) ?? Fetched(id, version) ?? throw new InvalidOperationException($"There is no template {id} version {version}.");

    /// <inheritdoc cref="TemplateSet.Current(string)"/>
    public CycleTemplate? Current(string id) => Now.Current(id);

    /// <inheritdoc cref="TemplateSet.Current()"/>
    public IReadOnlyList<CycleTemplate> Current() => Now.Current();

    /// <inheritdoc cref="TemplateSet.Known"/>
    public IReadOnlyList<CycleTemplate> Known() => Now.Known();

    /// <inheritdoc cref="TemplateSet.Versions"/>
    public IReadOnlyList<CycleTemplate> Versions(CycleTemplate version) => Now.Versions(version);

    /// <inheritdoc cref="TemplateSet.StateName(string)"/>
    public LocalText StateName(string code) => Now.StateName(code);

    /// <inheritdoc cref="TemplateSet.StateName(string, int, string)"/>
    public LocalText StateName(string templateId, int version, string code) => Now.StateName(templateId, version, code);

    /// <summary>Takes over what was published or retired since, by whichever node.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (_read is null)
            return;
        for (var known = Now; ; known = Now)
        {
            var read = await _read(known, cancellation);
            if (Interlocked.CompareExchange(ref _set, read, known) == known)
                return; // else another reading ended first: what this one saw may be older
        }
    }

    /// <summary>Waits for the database in the middle of plain code: once for a version and node, in the seconds after it was published.</summary>
    private CycleTemplate? Fetched(string id, int version)
    {
        if (_read is not null)
            Task.Run(() => RefreshAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return Find(id, version);
    }
}
