using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>What happened to a project: moves with their gates, decisions and, for the auditor, every change.</summary>
public sealed class HistoryModel(ProjectPage projects, CurrentUser me, ProjectHistory history, TemplateCatalog templates, Texts texts, Show show) : ProjectTabModel(projects, me)
{
    public IReadOnlyList<HistoryLine> Moves { get; private set; } = [];
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    /// <summary>Moves through the cycle and between versions of the template, newest first: of each line one half is there.</summary>
    public IEnumerable<(HistoryLine? Move, VersionLine? Version)> Timeline =>
        Versions.Select(v => (v.Change.On, v.Change.RecordedAt, Move: (HistoryLine?)null, Version: (VersionLine?)v))
            .Concat(Moves.Select(m => (m.Move.On, m.Move.RecordedAt, Move: (HistoryLine?)m, Version: (VersionLine?)null)))
            .OrderByDescending(line => line.On).ThenByDescending(line => line.RecordedAt)
            .Select(line => (line.Move, line.Version));

    public IReadOnlyList<(Decision Decision, string RecordedBy)> Decisions { get; private set; } = [];
    public IReadOnlyList<AuditEntry> Audit { get; private set; } = [];

    /// <summary>Puts the entries into words.</summary>
    public AuditWords Words { get; private set; } = null!;

    /// <summary>The page of the audit trail, from 1.</summary>
    public int Number { get; private set; }

    public override ProjectTab? Tab => ProjectTab.History;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (!May(Rights.ViewHistory))
            return Forbid();
        Number = Math.Clamp(number ?? 1, 1, 100_000);
        Moves = await history.MovesAsync(Project.Id, cancellation);
        Versions = await history.VersionsAsync(Project.Id, cancellation);
        Decisions = await history.DecisionsAsync(Project.Id, cancellation);
        Audit = await history.AuditAsync(Project.Id, Number, cancellation);
        Words = new AuditWords(await history.NamesAsync(AuditNames.IdsIn(Audit), cancellation), templates.Versions(View.Template), texts, show);
        return Page();
    }

    /// <summary>The version a move was made by: its words are the words of then.</summary>
    public CycleTemplate TemplateOf(StageMove move) => templates.Get(Project.TemplateId, move.TemplateVersion);

    /// <summary>The gate as it stood when a move was made.</summary>
    public IReadOnlyList<(LocalText Text, bool IsMet)> Gate(StageMove move) => Gate(TemplateOf(move), move.Gate);

    /// <summary>The gate as the new version saw it when the project was moved there.</summary>
    public IReadOnlyList<(LocalText Text, bool IsMet)> Gate(TemplateChange change) =>
        Gate(templates.Get(Project.TemplateId, change.ToVersion), change.Gate);

    /// <summary>The name of a body that decided, by the present version, else by the latest that knows it.</summary>
    public LocalText? AuthorityName(string code) =>
        templates.Versions(View.Template).SelectMany(t => t.Authorities).FirstOrDefault(a => a.Code == code)?.Name;

    private static IReadOnlyList<(LocalText Text, bool IsMet)> Gate(CycleTemplate template, string json)
    {
        var worded = template.Moves.SelectMany(m => m.Gate).DistinctBy(c => c.Code).ToDictionary(c => c.Code, c => c.Text);
        using var gate = JsonDocument.Parse(json);
        return [.. gate.RootElement.EnumerateArray().Select(condition =>
        {
            var code = condition.GetProperty("code").GetString()!;
            return (worded.GetValueOrDefault(code) ?? new LocalText(code, code), condition.GetProperty("met").GetBoolean());
        })];
    }
}
