using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Cycles;

/// <summary>A condition with the evidence beside it and the people who could supply what is missing.</summary>
/// <param name="Check">The condition and whether it is met.</param>
/// <param name="People">Names of the unit's people whose role can supply it; empty when it is met.</param>
/// <param name="DocumentIds">Documents of the kind it asks for.</param>
/// <param name="Decision">The authority's latest decision, when it asks for one.</param>
/// <param name="Confirmation">Who confirmed the item and when, when it asks for one.</param>
/// <param name="Request">The open request for the authority's decision, when it asks for one.</param>
public sealed record ConditionView(
    ConditionCheck Check,
    IReadOnlyList<string> People,
    IReadOnlyList<Guid> DocumentIds,
    Decision? Decision,
    ConfirmationView? Confirmation,
    RequestView? Request);

/// <summary>An open request for a decision.</summary>
/// <param name="AskedBy">The name of who asked.</param>
/// <param name="WaitingFor">Names of the unit's people who could decide; who asked is not among them.</param>
public sealed record RequestView(Guid Id, Guid AskedById, string AskedBy, DateOnly AskedOn, string Note, IReadOnlyList<string> WaitingFor);

/// <summary>A confirmation with its author's name.</summary>
public sealed record ConfirmationView(string By, DateTime At, string Note);

/// <summary>The move that leads on, with the gate before it.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="Conditions">Unmet first.</param>
public sealed record WayOn(CycleState To, IReadOnlyList<ConditionView> Conditions);

/// <summary>A move as the gate card shows it.</summary>
public sealed record MoveView
{
    public required GateCheck Check { get; init; }
    public required CycleState To { get; init; }

    /// <summary>Unmet first.</summary>
    public required IReadOnlyList<ConditionView> Conditions { get; init; }

    /// <summary>The person may make this move; whether the gate is open is another matter.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>Deadlines that would start.</summary>
    public required IReadOnlyList<Deadline> WouldStart { get; init; }

    /// <summary>Open deadlines that would be cancelled.</summary>
    public required int WouldCancel { get; init; }
}

/// <summary>What a project can do next, what is missing, who can supply it, and what would happen: reads only.</summary>
public sealed class GateCard(AppDbContext db, CurrentUser user, StageDeadlines deadlines, DatedDeadlines dated, WorkOverview work)
{
    /// <summary>Every move the project's state has; a fixed number of queries.</summary>
    public async Task<IReadOnlyList<MoveView>> MovesAsync(ProjectView view, CancellationToken cancellation)
    {
        var project = view.Project;
        var evidence = await EvidenceAsync(project, view.Template, cancellation);
        var checks = CycleMachine.For(view.Template, project, evidence.FactsOf(project, view.Today)).Moves();
        var openDeadlines = await db.OpenDeadlines.CountAsync(d => d.ProjectId == project.Id, cancellation);
        var moves = new List<MoveView>();
        foreach (var check in checks)
        {
            var to = view.Template.State(check.To!);
            moves.Add(new MoveView
            {
                Check = check,
                To = to,
                Conditions = evidence.Around(check),
                IsAllowed = user.Can(MoveProject.RightFor(check.Trigger.Kind)),
                WouldStart = check.Trigger.Kind is MoveKind.Advance
                    ? await StartingAsync(view, to.Code, cancellation)
                    : [],
                WouldCancel = to.Kind is StateKind.Closed or StateKind.Dropped ? openDeadlines : 0,
            });
        }
        return moves;
    }

    /// <summary>What the move that leads on waits for; null where there is none. A fixed number of queries.</summary>
    public async Task<WayOn?> WayOnAsync(ProjectView view, CancellationToken cancellation)
    {
        var evidence = await EvidenceAsync(view.Project, view.Template, cancellation);
        var check = CycleMachine.For(view.Template, view.Project, evidence.FactsOf(view.Project, view.Today)).WayOn();
        return check is null ? null : new WayOn(view.Template.State(check.To!), evidence.Around(check));
    }

    private async Task<IReadOnlyList<Deadline>> StartingAsync(ProjectView view, string stage, CancellationToken cancellation) =>
    [
        .. await deadlines.PreviewAsync(view.Project, view.Template, stage, view.Unit, view.Today, cancellation),
        .. await dated.PreviewAsync(view.Project, view.Template, stage, view.Unit, view.Today, cancellation),
    ];

    private async Task<Evidence> EvidenceAsync(Project project, CycleTemplate template, CancellationToken cancellation)
    {
        var (projectId, unitId) = (project.Id, project.UnitId);
        var documents = await db.Documents.AsNoTracking().Where(d => d.ProjectId == projectId)
            .Select(d => new { d.KindCode, d.Id }).ToListAsync(cancellation);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ProjectId == projectId).ToListAsync(cancellation);
        var confirmations = await db.Confirmations.AsNoTracking().Where(c => c.ProjectId == projectId)
            .Select(c => new { c.ItemCode, View = new ConfirmationView(db.Users.Where(u => u.Id == c.ConfirmedById).Select(u => u.DisplayName).First(), c.ConfirmedAt, c.Note) })
            .ToListAsync(cancellation);
        var people = await db.Users.AsNoTracking().Where(u => u.IsActive && u.Units.Any(m => m.UnitId == unitId))
            .OrderBy(u => u.DisplayName)
            .Select(u => new { u.Id, u.DisplayName, Roles = u.Roles.Select(r => r.Role).ToList() })
            .ToListAsync(cancellation);
        var requests = await db.OpenRequests.AsNoTracking().Where(r => r.ProjectId == projectId)
            .Select(r => new { Request = r, AskedBy = db.Users.Where(u => u.Id == r.AskedById).Select(u => u.DisplayName).First() })
            .ToListAsync(cancellation);
        var complete = await work.CompleteAsync([projectId], [template], cancellation);
        return new Evidence(
            documents.ToLookup(d => d.KindCode, d => d.Id),
            GateFactsQuery.Latest(decisions).ToDictionary(d => d.AuthorityCode),
            confirmations.ToDictionary(c => c.ItemCode, c => c.View),
            requests.ToDictionary(r => r.Request.AuthorityCode, r => new RequestView(
                r.Request.Id,
                r.Request.AskedById,
                r.AskedBy,
                r.Request.AskedOn,
                r.Request.Note,
                [.. people.Where(p => p.Id != r.Request.AskedById && template.Authorities.First(a => a.Code == r.Request.AuthorityCode).IsDecidedBy(p.Roles)).Select(p => p.DisplayName)])),
            [.. people.Select(p => (p.DisplayName, (IReadOnlyCollection<Role>)p.Roles))],
            complete[projectId].ToHashSet());
    }

    private sealed record Evidence(
        ILookup<string, Guid> Documents,
        Dictionary<string, Decision> Decisions,
        Dictionary<string, ConfirmationView> Confirmations,
        Dictionary<string, RequestView> Requests,
        IReadOnlyList<(string Name, IReadOnlyCollection<Role> Roles)> People,
        IReadOnlySet<string> CompleteWork)
    {
        /// <summary>What is shown is what the gate counts on: read once.</summary>
        public GateFacts FactsOf(Project project, DateOnly today) => new(
            Documents.Select(kind => kind.Key).ToHashSet(),
            Confirmations.Keys.ToHashSet(),
            Decisions.Values.Where(d => d.Approves).Select(d => d.AuthorityCode).ToHashSet(),
            project.FilledFields(),
            project.Dates.Known,
            CompleteWork,
            today);

        public IReadOnlyList<ConditionView> Around(GateCheck gate) => [.. gate.Conditions.OrderBy(c => c.IsMet).Select(Around)];

        private ConditionView Around(ConditionCheck check)
        {
            var condition = check.Condition;
            return new ConditionView(
                check,
                check.IsMet ? [] : [.. People.Where(p => p.Roles.Intersect(condition.SuppliedBy).Any()).Select(p => p.Name)],
                condition.Kind == ConditionKind.Document ? [.. Documents[condition.Subject]] : [],
                condition.Kind == ConditionKind.Decision ? Decisions.GetValueOrDefault(condition.Subject) : null,
                condition.Kind == ConditionKind.Checklist ? Confirmations.GetValueOrDefault(condition.Subject) : null,
                condition.Kind == ConditionKind.Decision ? Requests.GetValueOrDefault(condition.Subject) : null);
        }
    }
}
