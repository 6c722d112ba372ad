using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Preparation;

/// <summary>How the studies and the readiness criteria stand.</summary>
public sealed class PreparationCheck(AppDbContext db) : IWorkCheck
{
    public IReadOnlyList<string> Parts { get; } = [WorkParts.Studies, WorkParts.Readiness];

    public async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = new List<WorkStatus>();
        if (parts.Contains(WorkParts.Studies))
            statuses.AddRange(await StudiesAsync(projects, cancellation));
        if (parts.Contains(WorkParts.Readiness))
            statuses.AddRange(await ReadinessAsync(projects, cancellation));
        return statuses;
    }

    /// <summary>Complete with six verdicts that let the project go on, and no point left open.</summary>
    private async Task<IEnumerable<WorkStatus>> StudiesAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var all = Enum.GetValues<StudyKind>().Length;
        var rows = await db.Projects.Where(p => projects.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                Entries = db.Studies.Count(s => s.ProjectId == p.Id) + db.StudyPoints.Count(x => x.ProjectId == p.Id),
                Passed = db.Studies.Count(s => s.ProjectId == p.Id && (s.Verdict == StudyVerdict.Feasible || s.Verdict == StudyVerdict.FeasibleWithConditions)),
                IsOpen = db.StudyPoints.Any(x => x.ProjectId == p.Id && x.ClosedOn == null),
            })
            .Where(row => row.Entries > 0)
            .ToListAsync(cancellation);
        return rows.Select(row => new WorkStatus(row.Id, WorkParts.Studies, row.Entries, row.Passed == all && !row.IsOpen));
    }

    /// <summary>Complete when each criterion of the list is verified or does not apply.</summary>
    private async Task<IEnumerable<WorkStatus>> ReadinessAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var codes = ReferenceData.ReadinessCriteria.Keys.ToList();
        var rows = await db.ReadinessMarks.Where(m => projects.Contains(m.ProjectId) && codes.Contains(m.Criterion))
            .GroupBy(m => m.ProjectId)
            .Select(g => new { Id = g.Key, Entries = g.Count(), Settled = g.Count(m => m.State == ReadinessState.Verified || m.State == ReadinessState.NotApplicable) })
            .ToListAsync(cancellation);
        return rows.Select(row => new WorkStatus(row.Id, WorkParts.Readiness, row.Entries, row.Settled == codes.Count));
    }
}
