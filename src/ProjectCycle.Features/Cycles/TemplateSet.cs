using System.Collections.Frozen;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.Cycles;

/// <summary>The templates of an installation, all versions, in memory. Never changes; a version published later makes a new set.</summary>
public sealed class TemplateSet
{
    private readonly FrozenDictionary<(string Id, int Version), CycleTemplate> _templates;
    private readonly FrozenDictionary<string, LocalText> _stateNames;

    /// <summary>Takes the templates; the same id and version twice is a bug and throws.</summary>
    /// <param name="loaded">All versions of all templates.</param>
    /// <param name="retired">Those that new projects may not use.</param>
    public TemplateSet(IEnumerable<LoadedTemplate> loaded, IEnumerable<(string Id, int Version)>? retired = null)
    {
        Loaded = [.. loaded.OrderBy(l => l.Template.Id, StringComparer.Ordinal).ThenBy(l => l.Template.Version)];
        All = [.. Loaded.Select(l => l.Template)];
        Retired = (retired ?? []).ToFrozenSet();
        _templates = All.ToFrozenDictionary(t => (t.Id, t.Version));
        _stateNames = All.Reverse().SelectMany(t => t.States).DistinctBy(s => s.Code).ToFrozenDictionary(s => s.Code, s => s.Name);
    }

    /// <summary>With the texts they came from, by id and version.</summary>
    public IReadOnlyList<LoadedTemplate> Loaded { get; }

    /// <summary>Every version of every template, retired ones too, by id and version.</summary>
    public IReadOnlyList<CycleTemplate> All { get; }

    /// <summary>The versions that new projects may not use.</summary>
    public IReadOnlySet<(string Id, int Version)> Retired { get; }

    /// <summary>That version, or null.</summary>
    public CycleTemplate? Find(string id, int version) => _templates.GetValueOrDefault((id, version));

    /// <summary>The newest version that is not retired, for new projects; null when there is none.</summary>
    public CycleTemplate? Current(string id) => All.LastOrDefault(t => t.Id == id && !Retired.Contains((id, t.Version)));

    /// <summary>The newest version of every template that new projects may use, by id.</summary>
    public IReadOnlyList<CycleTemplate> Current() =>
        [.. All.Where(t => !Retired.Contains((t.Id, t.Version))).GroupBy(t => t.Id).Select(versions => versions.Last())];

    /// <summary>Each template by its current version, else by its newest: what lists of projects are filtered by.</summary>
    public IReadOnlyList<CycleTemplate> Known() =>
        [.. All.GroupBy(t => t.Id).Select(versions => Current(versions.Key) ?? versions.Last())];

    /// <summary>The version itself, then the others of its template, newest first: where to look for the words of what an earlier version knew.</summary>
    public IReadOnlyList<CycleTemplate> Versions(CycleTemplate version) =>
        [version, .. All.Where(t => t.Id == version.Id && t.Version != version.Version).Reverse()];

    /// <summary>The name of a state by the newest template that has it; the code itself when none does.</summary>
    public LocalText StateName(string code) =>
        _stateNames.GetValueOrDefault(code) ?? new LocalText(code, code);

    /// <summary>The name of a state in one version of a template; the code itself when that does not know it.</summary>
    public LocalText StateName(string templateId, int version, string code) =>
        Find(templateId, version)?.States.FirstOrDefault(s => s.Code == code)?.Name ?? new LocalText(code, code);
}
