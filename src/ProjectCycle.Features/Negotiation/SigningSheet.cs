using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Negotiation;

/// <summary>A condition of effectiveness as its list shows it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="EvidenceTitle">Title of the document that shows it was met.</param>
/// <param name="EvidenceVersionId">That document's newest file.</param>
/// <param name="IsReminded">It stands among the open deadlines.</param>
public sealed record EffectivenessRow(EffectivenessCondition Condition, string? EvidenceTitle, Guid? EvidenceVersionId, bool IsReminded);

/// <summary>Reads who signs a project's agreement and what it takes to come into effect.</summary>
public sealed class SigningSheet(AppDbContext db, CurrentUser user)
{
    /// <summary>Ours first, then theirs, then the witnesses. One query.</summary>
    public async Task<IReadOnlyList<Signatory>> SignatoriesAsync(Guid project, CancellationToken cancellation) =>
        [.. (await db.Signatories.AsNoTracking().Where(s => s.ProjectId == project && Reached.Any(p => p.Id == s.ProjectId)).ToListAsync(cancellation))
            .OrderBy(s => s.Side).ThenBy(s => s.Id)];

    /// <summary>One of them, or null when it is not one of this project or not for this person.</summary>
    public Task<Signatory?> SignatoryAsync(Guid project, Guid id, CancellationToken cancellation) =>
        db.Signatories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.ProjectId == project && Reached.Any(p => p.Id == s.ProjectId), cancellation);

    /// <summary>The earliest first. One query.</summary>
    public async Task<IReadOnlyList<EffectivenessRow>> ConditionsAsync(Guid project, CancellationToken cancellation) =>
        await db.EffectivenessConditions.AsNoTracking().Where(c => c.ProjectId == project && Reached.Any(p => p.Id == c.ProjectId))
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id)
            .Select(c => new EffectivenessRow(
                c,
                db.Documents.Where(d => d.Id == c.EvidenceId).Select(d => d.Title).FirstOrDefault(),
                db.DocumentVersions.Where(v => v.DocumentId == c.EvidenceId).OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefault(),
                db.OpenDeadlines.Any(d => d.Id == c.DeadlineId)))
            .ToListAsync(cancellation);

    /// <summary>One of them, or null when it is not one of this project or not for this person.</summary>
    public Task<EffectivenessCondition?> ConditionAsync(Guid project, Guid id, CancellationToken cancellation) =>
        db.EffectivenessConditions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ProjectId == project && Reached.Any(p => p.Id == c.ProjectId), cancellation);

    private IQueryable<Project> Reached => db.Projects.Within(user.Scope(Rights.ViewProject));
}
