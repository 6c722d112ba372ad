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
public sealed class HistoryModel(ProjectPage projects, CurrentUser me, ProjectHistory history, Texts texts, Show show) : ProjectTabModel(projects, me)
{
    public IReadOnlyList<HistoryLine> Moves { get; private set; } = [];
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
        Decisions = await history.DecisionsAsync(Project.Id, cancellation);
        Audit = await history.AuditAsync(Project.Id, Number, cancellation);
        Words = new AuditWords(await history.NamesAsync(AuditNames.IdsIn(Audit), cancellation), View.Template, texts, show);
        return Page();
    }

    /// <summary>The gate as it stood when a move was made; a condition that the template no longer words keeps its code.</summary>
    public IReadOnlyList<(LocalText Text, bool IsMet)> Gate(StageMove move)
    {
        var worded = View.Template.Moves.SelectMany(m => m.Gate).DistinctBy(c => c.Code).ToDictionary(c => c.Code, c => c.Text);
        using var gate = JsonDocument.Parse(move.Gate);
        return [.. gate.RootElement.EnumerateArray().Select(condition =>
        {
            var code = condition.GetProperty("code").GetString()!;
            return (worded.GetValueOrDefault(code) ?? new LocalText(code, code), condition.GetProperty("met").GetBoolean());
        })];
    }
}
