using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>A line of a project's history.</summary>
/// <param name="Move">The move itself.</param>
/// <param name="By">Who made it, or null for the program.</param>
public sealed record HistoryLine(StageMove Move, string? By);

/// <summary>A move to another version of the template, with the name of who made it.</summary>
public sealed record VersionLine(TemplateChange Change, string By);

/// <summary>Reads a project's moves, decisions and audit trail.</summary>
public sealed class ProjectHistory(AppDbContext db, CurrentUser user)
{
    /// <summary>Audit entries shown at once; older ones follow on the next page.</summary>
    public const int AuditPageSize = 50;

    /// <summary>The moves, newest first; empty for who may not see history.</summary>
    public async Task<IReadOnlyList<HistoryLine>> MovesAsync(Guid projectId, CancellationToken cancellation) =>
        await Reached(db.StageMoves, m => m.ProjectId, projectId)
            .OrderByDescending(m => m.On).ThenByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
            .Select(m => new HistoryLine(m, db.Users.Where(u => u.Id == m.MovedById).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellation);

    /// <summary>The moves between versions of its template, newest first; empty for who may not see history.</summary>
    public async Task<IReadOnlyList<VersionLine>> VersionsAsync(Guid projectId, CancellationToken cancellation) =>
        await Reached(db.TemplateChanges, c => c.ProjectId, projectId)
            .OrderByDescending(c => c.On).ThenByDescending(c => c.RecordedAt)
            .Select(c => new VersionLine(c, db.Users.Where(u => u.Id == c.ChangedById).Select(u => u.DisplayName).First()))
            .ToListAsync(cancellation);

    /// <summary>All decisions, newest first, with who recorded each.</summary>
    public async Task<IReadOnlyList<(Decision Decision, string RecordedBy)>> DecisionsAsync(Guid projectId, CancellationToken cancellation)
    {
        var decisions = await Reached(db.Decisions, d => d.ProjectId, projectId)
            .OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.RecordedAt)
            .Select(d => new { Decision = d, By = db.Users.Where(u => u.Id == d.RecordedById).Select(u => u.DisplayName).First() })
            .ToListAsync(cancellation);
        return [.. decisions.Select(d => (d.Decision, d.By))];
    }

    /// <summary>A page of the audit trail, newest first; empty for who may not see it.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(Guid projectId, int page, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewAudit))
            return [];
        var entries = await Reached(db.AuditEntries, e => e.ProjectId, projectId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((Math.Max(1, page) - 1) * AuditPageSize).Take(AuditPageSize)
            .ToListAsync(cancellation);
        var scope = user.Scope(Rights.ViewFallback);
        return scope.All || await db.Projects.Within(scope).AnyAsync(p => p.Id == projectId, cancellation)
            ? entries
            : [.. entries.Select(ConfidentialFields.WithoutFallback)];
    }

    /// <summary>Names of the people, partners and agreements with these ids, for the words of an audit trail that has been read.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        user.Can(Rights.ViewAudit) ? await db.NamesOfAsync(ids, cancellation) : new Dictionary<Guid, string>();

    private IQueryable<T> Reached<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, Guid?>> projectOf, Guid projectId)
        where T : class
    {
        var projects = db.Projects.Within(user.Scope(Rights.ViewHistory)).Where(p => p.Id == projectId).Select(p => (Guid?)p.Id);
        return rows.AsNoTracking().Join(projects, projectOf, id => id, (row, _) => row);
    }
}
