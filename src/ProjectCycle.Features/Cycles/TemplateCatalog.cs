using System.Collections.Frozen;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.Cycles;

/// <summary>The templates of this installation, all versions, in memory. Never changes; a new set is a new catalogue.</summary>
public sealed class TemplateCatalog
{
    private readonly FrozenDictionary<(string Id, int Version), CycleTemplate> _templates;
    private readonly FrozenDictionary<string, LocalText> _stateNames;

    /// <summary>Takes the templates; the same id and version twice is a bug and throws.</summary>
    public TemplateCatalog(IEnumerable<LoadedTemplate> loaded)
    {
        Loaded = [.. loaded.OrderBy(l => l.Template.Id, StringComparer.Ordinal).ThenBy(l => l.Template.Version)];
        All = [.. Loaded.Select(l => l.Template)];
        _templates = All.ToFrozenDictionary(t => (t.Id, t.Version));
        _stateNames = All.Reverse().SelectMany(t => t.States).DistinctBy(s => s.Code).ToFrozenDictionary(s => s.Code, s => s.Name);
    }

    /// <summary>With the texts they came from, by id and version.</summary>
    public IReadOnlyList<LoadedTemplate> Loaded { get; }

    /// <summary>Every version of every template, by id and version.</summary>
    public IReadOnlyList<CycleTemplate> All { get; }

    /// <summary>That version, or null.</summary>
    public CycleTemplate? Find(string id, int version) => _templates.GetValueOrDefault((id, version));

    /// <summary>That version, for a project pinned to it; an unknown one is a bug and throws.</summary>
    public CycleTemplate Get(string id, int version) =>
        Find(id, version) ?? throw new InvalidOperationException($"There is no template {id} version {version}.");

    /// <summary>The newest version, for new projects; null for an unknown id.</summary>
    public CycleTemplate? Current(string id) => All.LastOrDefault(t => t.Id == id);

    /// <summary>The newest version of every template, by id.</summary>
    public IReadOnlyList<CycleTemplate> Current() => [.. All.GroupBy(t => t.Id).Select(versions => versions.Last())];

    /// <summary>The name of a state by the newest template that has it; the code itself when none does.</summary>
    public LocalText StateName(string code) =>
        _stateNames.GetValueOrDefault(code) ?? new LocalText(code, code);
}
