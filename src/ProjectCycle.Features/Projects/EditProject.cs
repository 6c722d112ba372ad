using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Projects;

/// <summary>Changes what people filled in of a project. Who saves an older version than the present one is told who was first.</summary>
public sealed class EditProject(AppDbContext db, CurrentUser user, ProjectReferences references, TemplateCatalog templates, DatedDeadlines deadlines)
{
    /// <param name="code">The project.</param>
    /// <param name="details">All of it as it shall be; code and unit are not changed.</param>
    /// <param name="version">The version the form was opened with.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> HandleAsync(string code, ProjectDetails details, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditProject))
            return Refusals.NotAllowed;
        var project = await db.Projects.Within(user.Scope(Rights.EditProject))
            .Include(p => p.Partners).Include(p => p.Amounts).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Code == code, cancellation);
        if (project is null)
            return Refusals.NotFound;
        details = details with { Code = project.Code, UnitId = project.UnitId };
        if (await db.Financings.AnyAsync(f => f.ProjectId == project.Id, cancellation))
            details = details with { Dates = OfAgreement(details.Dates, project.Dates) };
        var faults = details.Faults().Concat(await references.FaultsAsync(details, cancellation)).ToList();
        if (faults.Count > 0)
            return faults;

        project.Edit(details);
        var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
        await deadlines.FollowAsync(project, templates.Get(project.TemplateId, project.TemplateVersion), unit, cancellation);
        db.Expect(project, version);
        return await db.SaveOrTellAsync(nameof(Project), project.Id, cancellation);
    }

    /// <summary>What the leading financing says of the project is changed there alone.</summary>
    private static KeyDates OfAgreement(KeyDates typed, KeyDates present) =>
        typed with { SignedOn = present.SignedOn, EffectiveOn = present.EffectiveOn, ClosingOn = present.ClosingOn };
}
