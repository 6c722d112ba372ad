using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Matchmaking;

/// <summary>Chooses the candidate a project goes on with, and takes the choice back.</summary>
public sealed class ChoosePartner(AppDbContext db, CurrentUser user, Workbench bench)
{
    /// <summary>Chooses one that passed both gates and is scored on everything that counts, for a reason.</summary>
    /// <param name="candidateId">Who.</param>
    /// <param name="reason">Why this one.</param>
    /// <param name="version">Of the candidate, so that nobody chooses by scores that have changed since.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> ChooseAsync(Guid candidateId, string reason, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<PartnerCandidate>(candidateId, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (candidate, place) = found.Value;
        var faults = Fields.Required(reason, "Reason", max: 2000).Concat(Unfit(await MatchAsync(candidate, cancellation))).ToList();
        if (faults.Count > 0)
            return faults;
        if (await StandingAsync(place.Id, cancellation) is { } standing)
            return standing;
        db.Add(new PartnerChoice { ProjectId = place.Id, CandidateId = candidateId, Reason = reason.Trim(), ChosenOn = bench.Today(place), ChosenById = user.Id });
        try
        {
            return await bench.SaveAsync(candidate, version, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return await StandingAsync(place.Id, cancellation) ?? Refusals.NotFound;
        }
    }

    /// <summary>Takes the choice back: the search is open again.</summary>
    public Task<Outcome<Done>> WithdrawAsync(Guid choice, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<PartnerChoice>(choice, version, Rights.EditWork, cancellation);

    private async Task<CandidateMatch> MatchAsync(PartnerCandidate candidate, CancellationToken cancellation)
    {
        var scores = await db.CandidateScores.AsNoTracking().Where(score => score.CandidateId == candidate.Id).ToListAsync(cancellation);
        var weights = await db.CriterionWeights.AsNoTracking().FirstOrDefaultAsync(row => row.ProjectId == candidate.ProjectId, cancellation)
            ?? new CriterionWeights { ProjectId = candidate.ProjectId };
        return CandidateMatch.Of(ReferenceData.Criteria, weights.Of, scores);
    }

    private static IEnumerable<Refusal> Unfit(CandidateMatch match)
    {
        if (match.FailedGates.Count > 0)
            yield return new Refusal("gate-failed", null, NamesOf(match.FailedGates));
        if (match.Missing.Count > 0)
            yield return new Refusal("criteria-missing", null, NamesOf(match.Missing));
    }

    private static LocalText NamesOf(IReadOnlyList<string> codes)
    {
        var names = ReferenceData.Criteria.Where(criterion => codes.Contains(criterion.Code)).Select(criterion => criterion.Name).ToList();
        return new LocalText(string.Join(", ", names.Select(name => name.En)), string.Join(", ", names.Select(name => name.Id)));
    }

    private async Task<Refusal?> StandingAsync(Guid project, CancellationToken cancellation)
    {
        var name = await db.PartnerChoices.Where(choice => choice.ProjectId == project)
            .Join(db.PartnerCandidates, choice => choice.CandidateId, candidate => candidate.Id, (_, candidate) => candidate.Name)
            .FirstOrDefaultAsync(cancellation);
        return name is null ? null : new Refusal("choice-stands", null, name);
    }
}
