using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>Says which parts of the appraisal hold something and which are complete.</summary>
public sealed class AppraisalCheck(AppDbContext db, TimeProvider clock) : IWorkCheck
{
    private const int FewestRisks = 3;
    private const int FewestSteps = 2;

    public IReadOnlyList<string> Parts { get; } =
        [WorkParts.Components, WorkParts.ProjectUnit, WorkParts.Risks, WorkParts.ProblemSolving, WorkParts.LegalDrafts];

    public async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = new List<WorkStatus>();
        foreach (var part in parts)
            statuses.AddRange(await CheckAsync(part, projects, cancellation));
        return statuses;
    }

    private Task<IEnumerable<WorkStatus>> CheckAsync(string part, IReadOnlyCollection<Guid> projects, CancellationToken cancellation) => part switch
    {
        WorkParts.Components => ComponentsAsync(projects, cancellation),
        WorkParts.ProjectUnit => PositionsAsync(projects, cancellation),
        WorkParts.Risks => RisksAsync(projects, cancellation),
        WorkParts.ProblemSolving => StepsAsync(projects, cancellation),
        WorkParts.LegalDrafts => DraftsAsync(projects, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "not a part of the appraisal"),
    };

    /// <summary>Each component has an activity, and each activity dates and a cost.</summary>
    private async Task<IEnumerable<WorkStatus>> ComponentsAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var rows = await db.Components.Where(c => projects.Contains(c.ProjectId))
            .Select(c => new
            {
                c.ProjectId,
                Activities = db.Activities.Count(a => a.ComponentId == c.Id),
                Planned = db.Activities.Count(a => a.ComponentId == c.Id && a.StartsOn != null && a.EndsOn != null && (a.PartnerMinorUnits != null || a.CounterpartMinorUnits != null)),
            })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.ProjectId).Select(group => new WorkStatus(
            group.Key, WorkParts.Components, group.Count(), group.All(row => row.Activities > 0 && row.Planned == row.Activities)));
    }

    /// <summary>Somebody heads the unit and somebody keeps its money, today.</summary>
    private async Task<IEnumerable<WorkStatus>> PositionsAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var rows = await db.UnitPositions.Where(p => projects.Contains(p.ProjectId))
            .Select(p => new { p.ProjectId, p.Kind, IsFilled = (p.PersonId != null || p.PersonName != "") && (p.EndsOn == null || p.EndsOn >= today) })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.ProjectId).Select(group => new WorkStatus(
            group.Key, WorkParts.ProjectUnit, group.Count(),
            new[] { PositionKind.Head, PositionKind.Finance }.All(kind => group.Any(row => row.Kind == kind && row.IsFilled))));
    }

    /// <summary>There are enough of them, and each open one that weighs something is answered.</summary>
    private async Task<IEnumerable<WorkStatus>> RisksAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var rows = await db.Risks.Where(r => projects.Contains(r.ProjectId))
            .Select(r => new { r.ProjectId, IsUnanswered = !r.IsClosed && r.Likelihood * r.Impact >= RiskScale.Medium && (r.Measure == "" || r.OwnerId == null) })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.ProjectId).Select(group => new WorkStatus(
            group.Key, WorkParts.Risks, group.Count(), group.Count() >= FewestRisks && !group.Any(row => row.IsUnanswered)));
    }

    /// <summary>A problem that is not solved at one level has another to go to.</summary>
    private async Task<IEnumerable<WorkStatus>> StepsAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var rows = await db.ProblemSteps.Where(s => projects.Contains(s.ProjectId)).Select(s => new { s.ProjectId, s.IsForComplaints }).ToListAsync(cancellation);
        return rows.GroupBy(row => row.ProjectId).Select(group => new WorkStatus(
            group.Key, WorkParts.ProblemSolving, group.Count(), group.Count(row => !row.IsForComplaints) >= FewestSteps));
    }

    private async Task<IEnumerable<WorkStatus>> DraftsAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var rows = await db.LegalDrafts.Where(d => projects.Contains(d.ProjectId)).Select(d => new { d.ProjectId, d.DraftState }).ToListAsync(cancellation);
        return rows.GroupBy(row => row.ProjectId).Select(group => new WorkStatus(
            group.Key, WorkParts.LegalDrafts, group.Count(), group.All(row => row.DraftState == LegalDraftState.Agreed)));
    }
}
