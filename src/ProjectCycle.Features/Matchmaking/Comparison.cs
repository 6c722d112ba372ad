using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Matchmaking;

/// <summary>A candidate with its scores by criterion.</summary>
public sealed record CandidateColumn
{
    public required PartnerCandidate Candidate { get; init; }

    /// <summary>Its name in the list of partners; null when it does not stand there.</summary>
    public required string? PartnerName { get; init; }

    public required IReadOnlyDictionary<string, CandidateScore> Scores { get; init; }
    public required CandidateMatch Match { get; init; }
    public required bool IsChosen { get; init; }
}

/// <summary>A project's candidates side by side.</summary>
public sealed record CandidateTable
{
    /// <summary>The best fit first; those without any points last, by name.</summary>
    public required IReadOnlyList<CandidateColumn> Candidates { get; init; }

    /// <summary>What the criteria count for; its id is nobody's while <see cref="HasOwnWeights"/> is false.</summary>
    public required CriterionWeights Weights { get; init; }

    public required bool HasOwnWeights { get; init; }

    /// <summary>Null while nobody is chosen.</summary>
    public required PartnerChoice? Choice { get; init; }

    /// <summary>Who made the choice.</summary>
    public required string? ChosenBy { get; init; }

    /// <summary>The one that is chosen.</summary>
    public CandidateColumn? Chosen => Candidates.FirstOrDefault(column => column.IsChosen);

    /// <summary>The most points anybody has for a criterion; null where there is nothing to tell apart.</summary>
    public int? BestOf(string criterion)
    {
        var points = Candidates.Select(column => column.Scores.GetValueOrDefault(criterion)?.Points).OfType<int>().ToList();
        return points.Distinct().Count() > 1 ? points.Max() : null;
    }

    /// <summary>The highest percentage of those that failed no gate; null where there is nothing to tell apart.</summary>
    public decimal? BestPercent()
    {
        var percents = Candidates.Where(column => column.Match.FailedGates.Count == 0).Select(column => column.Match.Percent).OfType<decimal>().ToList();
        return percents.Distinct().Count() > 1 ? percents.Max() : null;
    }
}

/// <summary>Reads a project's candidates.</summary>
public sealed class Comparison(AppDbContext db, CurrentUser user)
{
    /// <summary>All candidates of a project within the person's reach: three queries.</summary>
    public async Task<CandidateTable> OfAsync(Guid project, CancellationToken cancellation)
    {
        var readable = db.Projects.Within(user.Scope(Rights.ViewProject)).Where(p => p.Id == project);
        var candidates = await db.PartnerCandidates.AsNoTracking().Where(c => readable.Any(p => p.Id == c.ProjectId)).Include(c => c.Scores)
            .Select(c => new { Row = c, Partner = db.Partners.Where(p => p.Id == c.PartnerId).Select(p => p.Name).FirstOrDefault() })
            .ToListAsync(cancellation);
        var own = await db.CriterionWeights.AsNoTracking().FirstOrDefaultAsync(w => readable.Any(p => p.Id == w.ProjectId), cancellation);
        var weights = own ?? new CriterionWeights { ProjectId = project };
        var choice = await db.PartnerChoices.AsNoTracking().Where(c => readable.Any(p => p.Id == c.ProjectId))
            .Select(c => new { Row = c, By = db.Users.Where(u => u.Id == c.ChosenById).Select(u => u.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        return new CandidateTable
        {
            Candidates = [.. candidates.Select(c => Column(c.Row, c.Partner, weights, choice?.Row)).OrderByDescending(c => c.Match.Percent ?? -1).ThenBy(c => c.Candidate.Name, StringComparer.Ordinal)],
            Weights = weights,
            HasOwnWeights = own is not null,
            Choice = choice?.Row,
            ChosenBy = choice?.By,
        };
    }

    private static CandidateColumn Column(PartnerCandidate candidate, string? partner, CriterionWeights weights, PartnerChoice? choice) => new()
    {
        Candidate = candidate,
        PartnerName = partner,
        Scores = candidate.Scores.ToDictionary(score => score.CriterionCode),
        Match = CandidateMatch.Of(ReferenceData.Criteria, weights.Of, candidate.Scores),
        IsChosen = choice?.CandidateId == candidate.Id,
    };
}
