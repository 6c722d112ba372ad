using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Reviews;

/// <summary>A request with all that its page shows, whether open or settled.</summary>
public sealed record ReviewView
{
    public required DecisionRequest Request { get; init; }
    public required ProjectView View { get; init; }
    public required Authority Authority { get; init; }
    public required string AskedBy { get; init; }

    /// <summary>Who could decide; empty once it is settled.</summary>
    public required IReadOnlyList<string> WaitingFor { get; init; }

    /// <summary>The decision that answered it.</summary>
    public required Decision? Answer { get; init; }

    /// <summary>Who recorded <see cref="Answer"/>.</summary>
    public required string? AnsweredBy { get; init; }

    /// <summary>What was done to the project since this authority last looked at it.</summary>
    public required ChangesSince Changes { get; init; }

    public int Days => DecisionRequest.DaysWaiting(Request.AskedOn, View.Today);
}

/// <summary>Reads one request for its page.</summary>
public sealed class ReviewPage(AppDbContext db, CurrentUser user, ProjectPage projects, DecisionChanges changes)
{
    /// <summary>The request, or null when it is not there or not for this person.</summary>
    public async Task<ReviewView?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewReviews))
            return null;
        var found = await db.DecisionRequests.AsNoTracking()
            .Join(db.Projects.Within(user.Scope(Rights.ViewReviews)), r => r.ProjectId, p => p.Id, (r, p) => new
            {
                Request = r,
                p.Code,
                AskedBy = db.Users.Where(u => u.Id == r.AskedById).Select(u => u.DisplayName).First(),
            })
            .FirstOrDefaultAsync(x => x.Request.Id == id, cancellation);
        if (found is null || await projects.FindAsync(found.Code, cancellation) is not { } view)
            return null;
        var request = found.Request;
        var authority = view.Template.Authorities.First(a => a.Code == request.AuthorityCode);
        var answer = request.DecisionId is null
            ? null
            : await db.Decisions.AsNoTracking().Where(d => d.Id == request.DecisionId)
                .Select(d => new { Decision = d, By = db.Users.Where(u => u.Id == d.RecordedById).Select(u => u.DisplayName).First() })
                .FirstAsync(cancellation);
        return new ReviewView
        {
            Request = request,
            View = view,
            Authority = authority,
            AskedBy = found.AskedBy,
            WaitingFor = request.IsOpen
                ? await db.DecidersOf(authority, view.Project.UnitId, request.AskedById).OrderBy(u => u.DisplayName).Select(u => u.DisplayName).ToListAsync(cancellation)
                : [],
            Answer = answer?.Decision,
            AnsweredBy = answer?.By,
            Changes = await changes.SinceLastDecisionAsync(view.Project, request, cancellation),
        };
    }
}
