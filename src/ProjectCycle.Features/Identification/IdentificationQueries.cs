using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Identification;

/// <summary>A point of a project's list of requirements, with what is known of it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Answer">Null while nobody has said anything.</param>
/// <param name="By">Who said it.</param>
public sealed record RequirementLine(RequirementPoint Point, RequirementAnswer? Answer, string? By);

/// <summary>A project's list of requirements.</summary>
public sealed record RequirementSheet(RequirementList List, IReadOnlyList<RequirementLine> Lines);

/// <summary>Reads what is filled in of a project's identification; a project the person may not see holds nothing.</summary>
public sealed class IdentificationQueries(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The map, what matters most first: one query.</summary>
    public async Task<IReadOnlyList<NeedMapEntry>> NeedMapAsync(Guid project, CancellationToken cancellation) =>
        await Of<NeedMapEntry>(project, Rights.ViewProject).OrderBy(e => e.Priority).ThenBy(e => e.Number).ToListAsync(cancellation);

    /// <summary>Everything the workbook of the map says; null when the project is not there or not for this person to take away.</summary>
    public async Task<NeedMapReport?> ReportAsync(string code, string language, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ExportProjects))
            return null;
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.ExportProjects)).Where(p => p.Code == code)
            .Select(p => new { p.Id, p.Name, p.RegionCode, Zone = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Zone).First() })
            .FirstOrDefaultAsync(cancellation);
        return project is null ? null : new NeedMapReport
        {
            Language = language,
            ProjectCode = code,
            ProjectName = project.Name,
            Region = project.RegionCode == "" ? "" : ReferenceData.RegionName(project.RegionCode),
            MadeAt = clock.GetUtcNow().UtcDateTime,
            Zone = project.Zone,
            MadeBy = user.Name,
            Entries = await NeedMapAsync(project.Id, cancellation),
        };
    }

    /// <summary>The matrix of plans in the order of <see cref="PlanKind"/>: one query.</summary>
    public async Task<IReadOnlyList<AlignmentEntry>> AlignmentAsync(Guid project, CancellationToken cancellation) =>
        [.. (await Of<AlignmentEntry>(project, Rights.ViewProject).ToListAsync(cancellation)).OrderBy(e => e.Plan).ThenBy(e => e.Reference, StringComparer.Ordinal)];

    /// <summary>The project's list with the answers: two queries.</summary>
    public async Task<RequirementSheet> RequirementsAsync(Guid project, CancellationToken cancellation)
    {
        var chosen = await Of<RequirementChoice>(project, Rights.ViewProject).Select(c => c.ListCode).FirstOrDefaultAsync(cancellation);
        var list = RequirementLists.OrUsual(chosen);
        var answers = await Of<RequirementAnswer>(project, Rights.ViewProject)
            .Select(a => new { Answer = a, By = db.Users.Where(u => u.Id == a.AnsweredById).Select(u => u.DisplayName).First() })
            .ToDictionaryAsync(a => a.Answer.PointCode, cancellation);
        return new RequirementSheet(list, [.. list.Points.Select(point =>
            answers.GetValueOrDefault(point.Code) is { } known ? new RequirementLine(point, known.Answer, known.By) : new RequirementLine(point, null, null))]);
    }

    /// <summary>The concept note; null while there is none.</summary>
    public Task<ConceptNote?> ConceptNoteAsync(Guid project, CancellationToken cancellation) =>
        Of<ConceptNote>(project, Rights.ViewProject).FirstOrDefaultAsync(cancellation);

    private IQueryable<T> Of<T>(Guid project, Right right)
        where T : class, IProjectWork
    {
        var seen = db.Projects.Within(user.Scope(right));
        return db.Set<T>().AsNoTracking().Where(row => row.ProjectId == project && seen.Any(p => p.Id == project));
    }
}
