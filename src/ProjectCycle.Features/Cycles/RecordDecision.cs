using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>What a decision says, as a form hands it over.</summary>
public sealed record DecisionInput
{
    public required string AuthorityCode { get; init; }
    public required DecisionOutcome Outcome { get; init; }
    public string LetterNumber { get; init; } = "";
    public required DateOnly DecidedOn { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>A document of the project that holds the letter, or null.</summary>
    public Guid? DocumentId { get; init; }
}

/// <summary>Records what a named authority decided about a project. Earlier decisions stay on record; the latest counts.</summary>
public sealed class RecordDecision(AppDbContext db, CurrentUser user, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>Anything but an approval needs a reason; a decision cannot lie in the future.</summary>
    public async Task<Outcome<Done>> HandleAsync(string projectCode, DecisionInput input, CancellationToken cancellation)
    {
        if (!user.Can(Rights.RecordDecision))
            return Refusals.NotAllowed;
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.RecordDecision)).FirstOrDefaultAsync(p => p.Code == projectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        var authority = templates.Get(project.TemplateId, project.TemplateVersion).Authorities.FirstOrDefault(a => a.Code == input.AuthorityCode);
        if (authority is null)
            return Refusals.NotFound;
        if (!authority.RecordedBy.Intersect(user.Roles).Any())
            return Refusals.NotAllowed;
        var zone = await db.Units.Where(u => u.Id == project.UnitId).Select(u => u.Zone).FirstAsync(cancellation);
        var faults = Faults(input, zone.Today(clock));
        if (input.DocumentId is { } document && !await db.Documents.AnyAsync(d => d.Id == document && d.ProjectId == project.Id, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.DocumentId)));
        if (faults.Count > 0)
            return faults;

        db.Add(new Decision
        {
            ProjectId = project.Id,
            AuthorityCode = input.AuthorityCode,
            Outcome = input.Outcome,
            LetterNumber = input.LetterNumber.Trim(),
            DecidedOn = input.DecidedOn,
            Reason = input.Reason.Trim(),
            DocumentId = input.DocumentId,
            RecordedById = user.Id,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        return default(Done);
    }

    private static List<Refusal> Faults(DecisionInput input, DateOnly today)
    {
        var faults = Fields.Date(input.DecidedOn, nameof(input.DecidedOn))
            .Concat(Fields.Text(input.LetterNumber, nameof(input.LetterNumber), max: 100))
            .Concat(input.Outcome == DecisionOutcome.Approved
                ? Fields.Text(input.Reason, nameof(input.Reason), max: 2000)
                : Fields.Required(input.Reason, nameof(input.Reason), max: 2000))
            .ToList();
        if (!Enum.IsDefined(input.Outcome))
            faults.Add(new Refusal("required", nameof(input.Outcome)));
        if (input.DecidedOn > today)
            faults.Add(new Refusal("date-in-future", nameof(input.DecidedOn)));
        return faults;
    }
}
