using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>
/// Asks a named authority for a decision that the gate ahead waits for. The request and the mails to those who can decide are
/// saved together.
/// </summary>
public sealed class RequestDecision(
    AppDbContext db, CurrentUser user, TemplateCatalog templates, Postbox postbox, MailOptions options, TimeProvider clock)
{
    /// <summary>Refuses what the gate does not ask for, what is approved already, and a second request while one is open.</summary>
    /// <returns>The request's id.</returns>
    public async Task<Outcome<Guid>> HandleAsync(string projectCode, string authorityCode, string note, CancellationToken cancellation)
    {
        if (!user.Can(Rights.RequestDecision))
            return Refusals.NotAllowed;
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.RequestDecision)).FirstOrDefaultAsync(p => p.Code == projectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        if (Fields.Text(note, "Note", max: 1000).ToList() is { Count: > 0 } faults)
            return faults;
        var template = templates.Get(project.TemplateId, project.TemplateVersion);
        if (!template.GateAhead(project.State).Any(c => c.Kind == ConditionKind.Decision && c.Subject == authorityCode))
            return new Refusal("decision-not-needed");
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ProjectId == project.Id && d.AuthorityCode == authorityCode).ToListAsync(cancellation);
        if (GateFactsQuery.Latest(decisions).Any(d => d.Approves))
            return new Refusal("decision-approves");
        if (await OpenAsync(project.Id, authorityCode, cancellation) is { } open)
            return open;
        return await AskAsync(project, template.Authorities.First(a => a.Code == authorityCode), note.Trim(), cancellation);
    }

    private async Task<Outcome<Guid>> AskAsync(Project project, Authority authority, string note, CancellationToken cancellation)
    {
        var zone = await db.Units.Where(u => u.Id == project.UnitId).Select(u => u.Zone).FirstAsync(cancellation);
        var request = new DecisionRequest
        {
            ProjectId = project.Id,
            AuthorityCode = authority.Code,
            AskedById = user.Id,
            AskedAt = clock.GetUtcNow().UtcDateTime,
            AskedOn = zone.Today(clock),
            Note = note,
        };
        db.Add(request);
        await PostAsync(request, project, authority, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return request.Id;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return await OpenAsync(project.Id, authority.Code, cancellation) ?? Refusals.NotFound;
        }
    }

    private async Task<Refusal?> OpenAsync(Guid projectId, string authorityCode, CancellationToken cancellation)
    {
        var open = await db.OpenRequests.AsNoTracking()
            .Where(r => r.ProjectId == projectId && r.AuthorityCode == authorityCode)
            .Select(r => new { By = db.Users.Where(u => u.Id == r.AskedById).Select(u => u.DisplayName).First(), r.AskedOn })
            .FirstOrDefaultAsync(cancellation);
        return open is null ? null : new Refusal("request-open", null, open.By, open.AskedOn);
    }

    /// <summary>Tells those who can decide, each in their language.</summary>
    private async Task PostAsync(DecisionRequest request, Project project, Authority authority, CancellationToken cancellation)
    {
        var people = await db.DecidersOf(authority, project.UnitId, request.AskedById).Where(u => u.Email != null).ToListAsync(cancellation);
        var path = $"/reviews/{request.Id}";
        foreach (var person in people)
        {
            var mail = new DecisionRequested(
                person.DisplayName,
                project.Code,
                project.Name.In(person.Language),
                authority.Name.In(person.Language),
                user.Name,
                MailComposer.Date(request.AskedOn, person.Language),
                request.Note,
                options.Link(path));
            var notice = new Notice { Kind = NoticeKind.DecisionRequested, ProjectId = project.Id, Title = authority.Name, By = user.Name, Path = path };
            postbox.Post(db, person, mail, notice);
        }
    }
}
