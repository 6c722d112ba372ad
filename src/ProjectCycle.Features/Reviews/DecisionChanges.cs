using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Audit;

namespace ProjectCycle.Features.Reviews;

/// <summary>A paper that came since.</summary>
/// <param name="VersionId">The file.</param>
/// <param name="Number">1 for a new document.</param>
public sealed record NewPaper(Guid VersionId, string Title, string KindCode, int Number, string By, DateTime At);

/// <summary>What changed on a project since an authority last decided about it.</summary>
/// <param name="Since">UTC: the recording of its last decision, or the start of the stage when there was none.</param>
/// <param name="Last">Its last decision before the request; null when there was none.</param>
/// <param name="Fields">Fields, partners and amounts: one entry for each row, from how it stood to how it stands. Without addresses.</param>
/// <param name="Evidence">Checklist items, and decisions and met conditions of others, in the same form.</param>
/// <param name="Papers">Documents and new versions, newest first.</param>
/// <param name="Names">Names for the ids in the entries.</param>
public sealed record ChangesSince(
    DateTime Since,
    Decision? Last,
    IReadOnlyList<AuditEntry> Fields,
    IReadOnlyList<AuditEntry> Evidence,
    IReadOnlyList<NewPaper> Papers,
    IReadOnlyDictionary<Guid, string> Names)
{
    public bool IsEmpty => Fields.Count + Evidence.Count + Papers.Count == 0;
}

/// <summary>
/// Sums the audit trail of one project up for those who decide about it: they see what became different, not who clicked what
/// from where, which stays the auditor's. Callers have checked that the person may see the project's request.
/// </summary>
public sealed class DecisionChanges(AppDbContext db, TimeProvider clock)
{
    private static readonly string[] FieldRows = [nameof(Project), nameof(ProjectPartner), nameof(ProjectAmount)];
    private static readonly string[] EvidenceRows = [nameof(ChecklistConfirmation), nameof(Decision), nameof(DecisionCondition)];

    /// <summary>Said elsewhere on the page, or by the rest of the row.</summary>
    private static readonly string[] Unsaid =
    [
        nameof(Project.StateSince), nameof(Project.ResumeTo), nameof(ChecklistConfirmation.ConfirmedAt), nameof(ChecklistConfirmation.ConfirmedById),
        nameof(Decision.RecordedAt), nameof(Decision.RecordedById), nameof(DecisionCondition.DecisionId), nameof(DecisionCondition.DoneById),
        nameof(DecisionCondition.Number),
    ];

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What changed up to now; for a settled request, up to the decision that answered it. A fixed number of queries.</summary>
    internal async Task<ChangesSince> SinceLastDecisionAsync(Project project, DecisionRequest request, CancellationToken cancellation)
    {
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ProjectId == project.Id && d.AuthorityCode == request.AuthorityCode)
            .OrderByDescending(d => d.RecordedAt).ToListAsync(cancellation);
        var answer = decisions.Find(d => d.Id == request.DecisionId);
        var until = answer?.RecordedAt ?? request.WithdrawnAt ?? clock.GetUtcNow().UtcDateTime;
        var last = decisions.Find(d => d != answer && d.RecordedAt <= until);
        var since = last?.RecordedAt ?? await StageBeganAsync(project, request, cancellation);

        var rows = FieldRows.Concat(EvidenceRows).ToList();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => e.ProjectId == project.Id && e.At > since && e.At <= until && rows.Contains(e.Entity))
            .OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellation);
        var papers = await PapersAsync(project.Id, since, until, cancellation);
        var summed = entries.GroupBy(e => (e.Entity, e.EntityId)).Select(Sum).OfType<AuditEntry>()
            .Where(e => !IsSaidElsewhere(e, last))
            .ToList();
        return new ChangesSince(
            since,
            last,
            [.. summed.Where(e => FieldRows.Contains(e.Entity)).OrderBy(e => Array.IndexOf(FieldRows, e.Entity))],
            [.. summed.Where(e => EvidenceRows.Contains(e.Entity)).OrderBy(e => Array.IndexOf(EvidenceRows, e.Entity))],
            papers,
            await db.NamesOfAsync(AuditNames.IdsIn(summed), cancellation));
    }

    /// <summary>A new project is described by the page's facts, the last decision by its head; a condition counts once it is met.</summary>
    private static bool IsSaidElsewhere(AuditEntry entry, Decision? last) => entry.Action == "added" && entry.Entity switch
    {
        nameof(Project) => true,
        nameof(Decision) => entry.EntityId == $"{last?.Id}",
        nameof(DecisionCondition) => !entry.Changes.Contains($"\"{nameof(DecisionCondition.DoneOn)}\"", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The start of the stage in which it was asked.</summary>
    private async Task<DateTime> StageBeganAsync(Project project, DecisionRequest request, CancellationToken cancellation) =>
        await db.StageMoves.Where(m => m.ProjectId == project.Id && m.RecordedAt <= request.AskedAt)
            .OrderByDescending(m => m.RecordedAt).Select(m => (DateTime?)m.RecordedAt).FirstOrDefaultAsync(cancellation) ?? project.RegisteredAt;

    private Task<List<NewPaper>> PapersAsync(Guid projectId, DateTime since, DateTime until, CancellationToken cancellation) =>
        db.DocumentVersions.AsNoTracking().Where(v => v.ProjectId == projectId && v.UploadedAt > since && v.UploadedAt <= until)
            .Join(db.Documents, v => v.DocumentId, d => d.Id, (v, d) => new { Version = v, Document = d })
            .OrderByDescending(x => x.Version.UploadedAt)
            .Select(x => new NewPaper(
                x.Version.Id,
                x.Document.Title,
                x.Document.KindCode,
                x.Version.Number,
                db.Users.Where(u => u.Id == x.Version.UploadedById).Select(u => u.DisplayName).First(),
                x.Version.UploadedAt))
            .ToListAsync(cancellation);

    /// <summary>All that happened to one row as if it had happened at once; null when nothing is left of it.</summary>
    private static AuditEntry? Sum(IEnumerable<AuditEntry> entries)
    {
        var ordered = entries.ToList();
        var last = ordered[^1];
        var wasThere = ordered[0].Action != "added";
        var isThere = last.Action != "removed";
        var fields = Fields(ordered).Where(f => !Unsaid.Contains(f.Key) && f.Value[0].GetRawText() != f.Value[1].GetRawText()).ToDictionary();
        if (wasThere ? isThere && fields.Count == 0 : !isThere)
            return null;
        return new AuditEntry
        {
            At = last.At,
            UserName = last.UserName,
            Entity = last.Entity,
            EntityId = last.EntityId,
            ProjectId = last.ProjectId,
            Action = (wasThere, isThere) switch
            {
                (false, _) => "added",
                (true, false) => "removed",
                _ => "changed",
            },
            Changes = JsonSerializer.Serialize(fields, Json),
        };
    }

    /// <summary>Each field as it stood before the first of the entries and after the last.</summary>
    private static Dictionary<string, JsonElement[]> Fields(IEnumerable<AuditEntry> entries)
    {
        var fields = new Dictionary<string, JsonElement[]>();
        foreach (var entry in entries)
        {
            using var changes = JsonDocument.Parse(entry.Changes);
            foreach (var change in changes.RootElement.EnumerateObject())
            {
                var after = change.Value[1].Clone();
                fields[change.Name] = fields.TryGetValue(change.Name, out var known) ? [known[0], after] : [change.Value[0].Clone(), after];
            }
        }
        return fields;
    }
}
