using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>A move somebody asks for.</summary>
public sealed record MoveRequest
{
    public required string ProjectCode { get; init; }
    public required Trigger Trigger { get; init; }

    /// <summary>The version of the project the person looked at.</summary>
    public required int Version { get; init; }

    /// <summary>Asked for on every move but advance, resume and close.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Asked for on drop; welcome on hold and return.</summary>
    public string ObstacleCode { get; init; } = "";

    /// <summary>Whose doing the obstacle is.</summary>
    public ObstacleParty Party { get; init; }
}

/// <summary>
/// Moves a project through its cycle: advance, return, hold, resume, drop, close, reopen. State, history, obstacles, deadlines,
/// audit and the mails to those concerned are saved together, or nothing is.
/// </summary>
public sealed class MoveProject(
    AppDbContext db, CurrentUser user, TemplateCatalog templates, GateFactsQuery gateFacts, StageDeadlines deadlines, DatedDeadlines dated, MoveObstacles obstacles, MoveNotice notice,
    TimeProvider clock)
{
    /// <summary>Makes the move, or says what stands in its way.</summary>
    public async Task<Outcome<MoveMade>> HandleAsync(MoveRequest request, CancellationToken cancellation)
    {
        var right = RightFor(request.Trigger.Kind);
        if (!user.Can(right))
            return Refusals.NotAllowed;
        var project = await db.Projects.Within(user.Scope(right))
            .Include(p => p.Partners).Include(p => p.Amounts).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Code == request.ProjectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        if (Faults(request) is { Count: > 0 } faults)
            return faults;
        if (project.Version != request.Version)
            return await db.ToldWhoWasFirstAsync(nameof(Project), project.Id, cancellation);

        var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
        var today = unit.Zone.Today(clock);
        var template = templates.Get(project.TemplateId, project.TemplateVersion);
        var facts = await gateFacts.ForAsync(project, today, cancellation);
        var made = CycleMachine.For(template, project, facts).Fire(request.Trigger, today);
        if (!made.Succeeded)
            return made;

        await RecordAsync(request, project, template, unit, made.Value, cancellation);
        db.Expect(project, request.Version);
        var saved = await db.SaveOrTellAsync(nameof(Project), project.Id, cancellation);
        return saved.Succeeded ? made : saved.Refusals.ToList();
    }

    /// <summary>The right a kind of move needs.</summary>
    public static Right RightFor(MoveKind kind) => kind == MoveKind.Reopen ? Rights.ReopenProject : Rights.MoveProject;

    /// <summary>Moves that go against the grain need a reason.</summary>
    public static bool NeedsReason(MoveKind kind) => kind is MoveKind.Return or MoveKind.Hold or MoveKind.Drop or MoveKind.Reopen;

    private static List<Refusal> Faults(MoveRequest request)
    {
        var kind = request.Trigger.Kind;
        var faults = (NeedsReason(kind)
            ? Fields.Required(request.Reason, nameof(request.Reason), max: 2000)
            : Fields.Text(request.Reason, nameof(request.Reason), max: 2000)).ToList();
        if (kind == MoveKind.Drop && request.ObstacleCode == "")
            faults.Add(new Refusal("required", nameof(request.ObstacleCode)));
        else if (request.ObstacleCode != "" && !ReferenceData.Obstacles.ContainsKey(request.ObstacleCode))
            faults.Add(new Refusal("unknown-obstacle", nameof(request.ObstacleCode)));
        if (!Enum.IsDefined(request.Party))
            faults.Add(new Refusal("required", nameof(request.Party)));
        return faults;
    }

    private async Task RecordAsync(
        MoveRequest request, Project project, CycleTemplate template, Unit unit, MoveMade made, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var move = new StageMove
        {
            ProjectId = project.Id,
            TemplateId = template.Id,
            TemplateVersion = template.Version,
            Kind = made.Kind,
            From = made.From,
            To = made.To,
            On = made.On,
            Stayed = made.Stayed,
            RecordedAt = now,
            MovedById = user.Id,
            Reason = request.Reason.Trim(),
            ObstacleCode = request.ObstacleCode == "" ? null : request.ObstacleCode,
            Gate = made.Check.ToJson(),
        };
        db.Add(move);
        await obstacles.FollowAsync(move, project, request.Party, cancellation);
        await notice.PostAsync(project, template, move, cancellation);
        if (template.State(made.To).Kind is StateKind.Closed or StateKind.Dropped)
            await EndAsync(project, now, cancellation);
        else if (made.Kind is MoveKind.Advance or MoveKind.Return or MoveKind.Reopen)
            await StartAsync(project, template, unit, made, cancellation);
    }
    private async Task StartAsync(Project project, CycleTemplate template, Unit unit, MoveMade made, CancellationToken cancellation)
    {
        await deadlines.StartAsync(project, template, unit, made.On, made.On, cancellation);
        await dated.FollowAsync(project, template, unit, cancellation);
    }

    /// <summary>A project that has ended owes nothing and waits for nobody.</summary>
    private async Task EndAsync(Project project, DateTime now, CancellationToken cancellation)
    {
        await deadlines.CancelAsync(project, now, cancellation);
        foreach (var request in await db.OpenRequests.Where(r => r.ProjectId == project.Id).ToListAsync(cancellation))
            request.Withdraw(now);
    }
}
