using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Preparation;

/// <summary>One of the six studies with what it leaves open.</summary>
/// <param name="Study">Null before somebody has saved it.</param>
/// <param name="Points">Open ones first, the nearest due date first.</param>
public sealed record StudyCard(StudyKind Kind, Study? Study, IReadOnlyList<StudyPointRow> Points)
{
    public StudyVerdict Verdict => Study?.Verdict ?? StudyVerdict.NotYet;
    public int Open => Points.Count(point => point.Point.ClosedOn is null);
}

/// <summary>A point with the name of who sees to it.</summary>
public sealed record StudyPointRow(StudyPoint Point, string? Owner);

/// <summary>A readiness criterion with where the project stands.</summary>
/// <param name="Mark">Null before somebody has saved it.</param>
public sealed record ReadinessRow(ReadinessCriterion Criterion, ReadinessMark? Mark, string? Owner, string? FinalBy, string? VerifiedBy)
{
    public ReadinessState State => Mark?.State ?? ReadinessState.None;

    /// <summary>What is still to be done was due before <paramref name="today"/>.</summary>
    public bool IsLate(DateOnly today) => Mark is { IsSettled: false, DueOn: { } due } && due < today;
}

/// <summary>Reads what the preparation stage fills in, of projects within the person's reach.</summary>
public sealed class PreparationQueries(AppDbContext db, CurrentUser user)
{
    /// <summary>All six studies: two queries.</summary>
    public async Task<IReadOnlyList<StudyCard>> StudiesAsync(Guid projectId, CancellationToken cancellation)
    {
        var studies = await InReach(db.Studies.AsNoTracking().Where(s => s.ProjectId == projectId), s => s.ProjectId).ToDictionaryAsync(s => s.Kind, cancellation);
        var points = (await InReach(db.StudyPoints.AsNoTracking().Where(p => p.ProjectId == projectId), p => p.ProjectId)
            .OrderBy(p => p.ClosedOn != null).ThenBy(p => p.DueOn == null).ThenBy(p => p.DueOn).ThenBy(p => p.Id)
            .Select(p => new StudyPointRow(p, db.Users.Where(u => u.Id == p.OwnerId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellation)).ToLookup(row => row.Point.Kind);
        return [.. Enum.GetValues<StudyKind>().Select(kind => new StudyCard(kind, studies.GetValueOrDefault(kind), [.. points[kind]]))];
    }

    /// <summary>All criteria in the order of the list: one query.</summary>
    public async Task<IReadOnlyList<ReadinessRow>> ReadinessAsync(Guid projectId, CancellationToken cancellation)
    {
        var marks = await InReach(db.ReadinessMarks.AsNoTracking().Where(m => m.ProjectId == projectId), m => m.ProjectId)
            .Select(m => new
            {
                Mark = m,
                Owner = db.Users.Where(u => u.Id == m.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                FinalBy = db.Users.Where(u => u.Id == m.FinalById).Select(u => u.DisplayName).FirstOrDefault(),
                VerifiedBy = db.Users.Where(u => u.Id == m.VerifiedById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToDictionaryAsync(row => row.Mark.Criterion, cancellation);
        return [.. ReferenceData.ReadinessCriteria.Values.Select(criterion => marks.TryGetValue(criterion.Code, out var row)
            ? new ReadinessRow(criterion, row.Mark, row.Owner, row.FinalBy, row.VerifiedBy)
            : new ReadinessRow(criterion, null, null, null, null))];
    }

    private IQueryable<T> InReach<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, Guid>> projectId) =>
        rows.Join(db.Projects.Within(user.Scope(Rights.ViewProject)), projectId, p => p.Id, (row, p) => row);
}
