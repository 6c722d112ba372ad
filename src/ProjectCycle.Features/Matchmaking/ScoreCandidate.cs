using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Matchmaking;

/// <summary>What a form says of one criterion; without points and without a verdict it is not scored.</summary>
/// <param name="CriterionCode">A code of the criteria.</param>
/// <param name="Points">From 0 to <see cref="CandidateScore.MostPoints"/>, at a criterion with points.</param>
/// <param name="IsPassed">At a gate.</param>
/// <param name="Reason">Needed with each score.</param>
public sealed record ScoreInput(string CriterionCode, int? Points, bool? IsPassed, string Reason)
{
    public bool IsScored => Points is not null || IsPassed is not null;
}

/// <summary>Scores one candidate: the whole sheet at once, so that what stands there is what one person saw.</summary>
public sealed class ScoreCandidate(AppDbContext db, Workbench bench)
{
    /// <summary>Criteria that <paramref name="scores"/> leaves out keep what they have. Refusals name the inputs <c>Scores[0].Points</c> and so on.</summary>
    public async Task<Outcome<Done>> HandleAsync(Guid candidateId, IReadOnlyList<ScoreInput> scores, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<PartnerCandidate>(candidateId, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(scores) is { Count: > 0 } faults)
            return faults;
        if (await db.PartnerChoices.AnyAsync(choice => choice.CandidateId == candidateId, cancellation))
            return new Refusal("candidate-chosen");
        var candidate = found.Value.Row;
        var given = await db.CandidateScores.Where(score => score.CandidateId == candidateId).ToDictionaryAsync(score => score.CriterionCode, cancellation);
        foreach (var score in scores)
            Put(candidate, given.GetValueOrDefault(score.CriterionCode), score);
        return await bench.SaveAsync(candidate, version, cancellation);
    }

    private void Put(PartnerCandidate candidate, CandidateScore? given, ScoreInput input)
    {
        if (!input.IsScored)
        {
            if (given is not null)
                db.Remove(given);
            return;
        }
        var score = given ?? new CandidateScore { CandidateId = candidate.Id, ProjectId = candidate.ProjectId, CriterionCode = input.CriterionCode, Reason = "" };
        score.Points = input.Points;
        score.IsPassed = input.IsPassed;
        score.Reason = input.Reason.Trim();
        if (given is null)
            db.Add(score);
    }

    private static List<Refusal> Faults(IReadOnlyList<ScoreInput> scores)
    {
        var faults = new List<Refusal>();
        var seen = new HashSet<string>();
        foreach (var (score, i) in scores.Select((score, i) => (score, i)))
            faults.AddRange(Faults(score, string.Create(CultureInfo.InvariantCulture, $"Scores[{i}]."), isRepeated: !seen.Add(score.CriterionCode)));
        return faults;
    }

    private static IEnumerable<Refusal> Faults(ScoreInput score, string place, bool isRepeated)
    {
        var criterion = ReferenceData.Criteria.FirstOrDefault(c => c.Code == score.CriterionCode);
        if (criterion is null || isRepeated || (criterion.IsGate ? score.Points : (object?)score.IsPassed) is not null || score.Points is < 0 or > CandidateScore.MostPoints)
            yield return new Refusal("bad-value", $"{place}Points");
        else if (!score.IsScored && score.Reason.Trim().Length > 0)
            yield return new Refusal("score-missing", $"{place}Points");
        else if (score.IsScored)
        {
            foreach (var fault in Fields.Required(score.Reason, $"{place}Reason", max: 1000))
                yield return fault;
        }
    }
}
