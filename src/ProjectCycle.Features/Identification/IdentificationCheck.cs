using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>Says how map, matrix, requirements and concept notes stand.</summary>
public sealed class IdentificationCheck(AppDbContext db) : IWorkCheck
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Parts { get; } = [WorkParts.NeedMap, WorkParts.Alignment, WorkParts.Requirements, WorkParts.ConceptNote];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = new List<WorkStatus>();
        foreach (var part in parts)
        {
            statuses.AddRange(part switch
            {
                WorkParts.NeedMap => await NeedMapAsync(projects, cancellation),
                WorkParts.Alignment => await AlignmentAsync(projects, cancellation),
                WorkParts.Requirements => await RequirementsAsync(projects, cancellation),
                WorkParts.ConceptNote => await ConceptNotesAsync(projects, cancellation),
                _ => throw new ArgumentOutOfRangeException(nameof(parts), part, "not a part of identification"),
            });
        }
        return statuses;
    }

    /// <summary>At least one need and one potential, each with the source of its evidence and the office that answers for it.</summary>
    private async Task<IEnumerable<WorkStatus>> NeedMapAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var maps = await db.NeedMapEntries.Where(e => projects.Contains(e.ProjectId)).GroupBy(e => e.ProjectId)
            .Select(g => new
            {
                Project = g.Key,
                Entries = g.Count(),
                Needs = g.Count(e => e.Kind == MapKind.Need && e.EvidenceSource != "" && e.ResponsibleOffice != ""),
                Potentials = g.Count(e => e.Kind == MapKind.Potential && e.EvidenceSource != "" && e.ResponsibleOffice != ""),
            })
            .ToListAsync(cancellation);
        return maps.Select(map => new WorkStatus(map.Project, WorkParts.NeedMap, map.Entries, map is { Needs: > 0, Potentials: > 0 }));
    }

    /// <summary>The project serves the RPJMD and the partner's programme, whatever else.</summary>
    private async Task<IEnumerable<WorkStatus>> AlignmentAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var matrices = await db.AlignmentEntries.Where(e => projects.Contains(e.ProjectId)).GroupBy(e => e.ProjectId)
            .Select(g => new
            {
                Project = g.Key,
                Entries = g.Count(),
                Rpjmd = g.Count(e => e.Plan == PlanKind.Rpjmd && e.Fit != PlanFit.None),
                Programme = g.Count(e => e.Plan == PlanKind.PartnerProgramme && e.Fit != PlanFit.None),
            })
            .ToListAsync(cancellation);
        return matrices.Select(matrix => new WorkStatus(matrix.Project, WorkParts.Alignment, matrix.Entries, matrix is { Rpjmd: > 0, Programme: > 0 }));
    }

    /// <summary>Every point of the list that the project is held to is met.</summary>
    private async Task<IEnumerable<WorkStatus>> RequirementsAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var answers = await db.RequirementAnswers.Where(a => projects.Contains(a.ProjectId) && a.Answer != RequirementState.Unknown)
            .Select(a => new
            {
                a.ProjectId,
                a.PointCode,
                a.Answer,
                List = db.RequirementChoices.Where(c => c.ProjectId == a.ProjectId).Select(c => c.ListCode).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return answers.GroupBy(a => (a.ProjectId, a.List)).Select(group =>
        {
            var points = RequirementLists.OrUsual(group.Key.List).Points;
            var known = group.Where(a => points.Any(point => point.Code == a.PointCode)).ToList();
            return new WorkStatus(group.Key.ProjectId, WorkParts.Requirements, known.Count, known.Count(a => a.Answer == RequirementState.Met) == points.Count);
        });
    }

    /// <summary>The sections of <see cref="ConceptNote.Required"/> are written.</summary>
    private async Task<IEnumerable<WorkStatus>> ConceptNotesAsync(IReadOnlyCollection<Guid> projects, CancellationToken cancellation)
    {
        var notes = await db.ConceptNotes.Where(n => projects.Contains(n.ProjectId))
            .Select(n => new
            {
                n.ProjectId,
                IsComplete = n.Problem != "" && n.Objective != "" && n.PartnerReason != "" && n.ExpectedResults != "" && n.NextSteps != "",
            })
            .ToListAsync(cancellation);
        return notes.Select(note => new WorkStatus(note.ProjectId, WorkParts.ConceptNote, 1, note.IsComplete));
    }
}
