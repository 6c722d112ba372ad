using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Mail;
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

    /// <summary>What an approval with conditions asks for; lines that are wholly blank do not count.</summary>
    public IReadOnlyList<ConditionInput> Conditions { get; init; } = [];

    /// <summary>The request the person looked at; null when they decide without one or looked before there was one.</summary>
    public Guid? RequestId { get; init; }
}

/// <summary>One condition of an approval.</summary>
public sealed record ConditionInput(string Text, DateOnly? DueOn)
{
    internal bool IsBlank => string.IsNullOrWhiteSpace(Text) && DueOn is null;
}

/// <summary>
/// Records what a named authority decided about a project, and so answers the open request for it, if there is one. Earlier
/// decisions stay on record; the latest counts.
/// </summary>
public sealed class RecordDecision(
    AppDbContext db, CurrentUser user, TemplateCatalog templates, ItemDeadlines deadlines, Postbox postbox, MailOptions options, TimeProvider clock)
{
    /// <summary>
    /// A return and a rejection need a reason, an approval with conditions at least one condition; a decision cannot lie in the
    /// future. Whoever asked cannot answer.
    /// </summary>
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
        if (!user.MayDecide(authority))
            return Refusals.NotAllowed;
        var request = await db.OpenRequests.FirstOrDefaultAsync(r => r.ProjectId == project.Id && r.AuthorityCode == authority.Code, cancellation);
        if (request?.AskedById == user.Id)
            return new Refusal("own-request");
        if (input.RequestId is { } looked && looked != request?.Id)
            return await RequestGoneAsync(looked, project.Id, cancellation);
        var zone = await db.Units.Where(u => u.Id == project.UnitId).Select(u => u.Zone).FirstAsync(cancellation);
        var faults = Faults(input, zone.Today(clock));
        if (input.DocumentId is { } document && !await db.Documents.AnyAsync(d => d.Id == document && d.ProjectId == project.Id, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.DocumentId)));
        if (faults.Count > 0)
            return faults;

        var decision = await AddAsync(project, input, cancellation);
        if (request is null)
        {
            await db.SaveChangesAsync(cancellation);
            return default(Done);
        }
        request.Answer(decision.Id);
        await TellAskerAsync(request, decision, project, authority, cancellation);
        return await db.SaveOrTellWhoSettledAsync(request.Id, cancellation);
    }

    private async Task<Decision> AddAsync(Project project, DecisionInput input, CancellationToken cancellation)
    {
        var decision = new Decision
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
        };
        db.Add(decision);
        foreach (var (line, i) in input.Conditions.Where(c => !c.IsBlank).Select((line, i) => (line, i)))
        {
            var condition = new DecisionCondition
            {
                ProjectId = project.Id,
                DecisionId = decision.Id,
                Text = line.Text.Trim(),
                DueOn = line.DueOn,
                Number = i + 1,
            };
            db.Add(condition);
            await deadlines.FollowAsync(condition, Deadline.FollowUps, project.State, cancellation);
        }
        return decision;
    }

    /// <summary>Whoever asked need not come back to look; one who has left or has no address is not told.</summary>
    private async Task TellAskerAsync(DecisionRequest request, Decision decision, Project project, Authority authority, CancellationToken cancellation)
    {
        var asker = await db.Users.FirstOrDefaultAsync(u => u.Id == request.AskedById && u.IsActive && u.Email != null, cancellation);
        if (asker is null)
            return;
        var path = $"/projects/{Uri.EscapeDataString(project.Code)}/cycle";
        var mail = new DecisionRecorded(
            asker.DisplayName,
            project.Code,
            project.Name.In(asker.Language),
            authority.Name.In(asker.Language),
            decision.Outcome,
            user.Name,
            MailComposer.Date(decision.DecidedOn, asker.Language),
            decision.Reason,
            options.Link(path));
        var notice = new Notice
        {
            Kind = NoticeKind.DecisionRecorded,
            ProjectId = project.Id,
            Title = authority.Name,
            By = user.Name,
            Outcome = decision.Outcome,
            Path = path,
        };
        postbox.Post(db, asker, mail, notice);
    }

    /// <summary>The request the person looked at was settled before they sent the form.</summary>
    private async Task<Refusal> RequestGoneAsync(Guid requestId, Guid projectId, CancellationToken cancellation) =>
        await db.DecisionRequests.AnyAsync(r => r.Id == requestId && r.ProjectId == projectId, cancellation)
            ? await db.ToldWhoSettledAsync(requestId, cancellation)
            : Refusals.NotFound;

    private static List<Refusal> Faults(DecisionInput input, DateOnly today)
    {
        var faults = Fields.Date(input.DecidedOn, nameof(input.DecidedOn))
            .Concat(Fields.Text(input.LetterNumber, nameof(input.LetterNumber), max: 100))
            .Concat(input.Outcome is DecisionOutcome.Returned or DecisionOutcome.Rejected
                ? Fields.Required(input.Reason, nameof(input.Reason), max: 2000)
                : Fields.Text(input.Reason, nameof(input.Reason), max: 2000))
            .Concat(ConditionFaults(input))
            .ToList();
        if (!Enum.IsDefined(input.Outcome))
            faults.Add(new Refusal("required", nameof(input.Outcome)));
        if (input.DecidedOn > today)
            faults.Add(new Refusal("date-in-future", nameof(input.DecidedOn)));
        return faults;
    }

    private static IEnumerable<Refusal> ConditionFaults(DecisionInput input)
    {
        var hasConditions = input.Conditions.Any(c => !c.IsBlank);
        if (hasConditions != (input.Outcome == DecisionOutcome.ApprovedWithConditions))
            return [new Refusal(hasConditions ? "conditions-unexpected" : "conditions-missing", nameof(input.Conditions))];
        return input.Conditions.SelectMany((line, i) => line.IsBlank
            ? []
            : Fields.Required(line.Text, $"{nameof(input.Conditions)}[{i}].{nameof(line.Text)}", max: 1000)
                .Concat(Fields.Date(line.DueOn, $"{nameof(input.Conditions)}[{i}].{nameof(line.DueOn)}")));
    }
}
