using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Negotiation;

/// <summary>An item of the agenda as the matrix shows it.</summary>
public sealed record PositionRow
{
    public required Guid Id { get; init; }
    public required string AgendaItem { get; init; }
    public required NegotiationSubject Subject { get; init; }
    public required string Ours { get; init; }
    public required string Interest { get; init; }

    /// <summary>Blank for who may not read it, as where there is none.</summary>
    public required string Fallback { get; init; }

    public required string Theirs { get; init; }
    public required PositionOutcome Outcome { get; init; }
    public required string AgreedText { get; init; }
    public required string TextReference { get; init; }
    public required Guid? RoundId { get; init; }

    /// <summary>Number of the round in which it was settled.</summary>
    public required int? Round { get; init; }

    public required int Version { get; init; }
}

/// <summary>Reads the positions of a project: ours and theirs beside each other.</summary>
public sealed class PositionMatrix(AppDbContext db, CurrentUser user)
{
    /// <summary>All items in the order in which they were entered; none of a project that is not for this person. One query.</summary>
    public async Task<IReadOnlyList<PositionRow>> OfAsync(Guid project, CancellationToken cancellation) =>
        await Rows().Where(row => row.Project == project).OrderBy(row => row.Shown.Id).Select(row => row.Shown).ToListAsync(cancellation);

    /// <summary>One item, or null when it is not one of this project or not for this person.</summary>
    public Task<PositionRow?> FindAsync(Guid project, Guid id, CancellationToken cancellation) =>
        Rows().Where(row => row.Project == project && row.Shown.Id == id).Select(row => row.Shown).FirstOrDefaultAsync(cancellation);

    /// <summary>The fallback leaves the database only for projects on which the person may read it.</summary>
    private IQueryable<RowOfProject> Rows()
    {
        var mayReadFallback = db.Projects.Within(user.Scope(Rights.ViewFallback));
        return db.NegotiationPositions.AsNoTracking()
            .Where(p => db.Projects.Within(user.Scope(Rights.ViewProject)).Any(project => project.Id == p.ProjectId))
            .Select(p => new RowOfProject
            {
                Project = p.ProjectId,
                Shown = new PositionRow
                {
                    Id = p.Id,
                    AgendaItem = p.AgendaItem,
                    Subject = p.Subject,
                    Ours = p.Ours,
                    Interest = p.Interest,
                    Fallback = mayReadFallback.Any(project => project.Id == p.ProjectId) ? p.Fallback : "",
                    Theirs = p.Theirs,
                    Outcome = p.Outcome,
                    AgreedText = p.AgreedText,
                    TextReference = p.TextReference,
                    RoundId = p.RoundId,
                    Round = db.NegotiationRounds.Where(r => r.Id == p.RoundId).Select(r => (int?)r.Number).FirstOrDefault(),
                    Version = p.Version,
                },
            });
    }

    private sealed class RowOfProject
    {
        public required Guid Project { get; init; }
        public required PositionRow Shown { get; init; }
    }
}
