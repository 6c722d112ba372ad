using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Matchmaking;

/// <summary>Says what each criterion counts for in one project. While a choice stands the weights stand too.</summary>
public sealed class SetWeights(AppDbContext db, Workbench bench)
{
    /// <summary>The first weights of a project. Refusals name the inputs <c>Weights[C1]</c> and so on.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, IReadOnlyDictionary<string, int> weights, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await FaultsAsync(opened.Value.Id, weights, cancellation) is { Count: > 0 } faults)
            return faults;
        var row = new CriterionWeights { ProjectId = opened.Value.Id };
        row.Set(InOrder(weights));
        return await bench.AddOnlyAsync(row, cancellation);
    }

    /// <summary>Other weights.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, IReadOnlyDictionary<string, int> weights, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<CriterionWeights>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (row, place) = found.Value;
        if (await FaultsAsync(place.Id, weights, cancellation) is { Count: > 0 } faults)
            return faults;
        row.Set(InOrder(weights));
        return await bench.SaveAsync(row, version, cancellation);
    }

    /// <summary>All criteria with points, also those that were left out, so that the stored line says everything.</summary>
    private static IEnumerable<KeyValuePair<string, int>> InOrder(IReadOnlyDictionary<string, int> weights) => ReferenceData.Criteria
        .Where(criterion => !criterion.IsGate)
        .Select(criterion => KeyValuePair.Create(criterion.Code, weights.GetValueOrDefault(criterion.Code, CriterionWeights.Usual)));

    private async Task<List<Refusal>> FaultsAsync(Guid project, IReadOnlyDictionary<string, int> weights, CancellationToken cancellation)
    {
        var known = ReferenceData.Criteria.Where(criterion => !criterion.IsGate).Select(criterion => criterion.Code).ToHashSet();
        var faults = weights.Where(pair => !known.Contains(pair.Key) || pair.Value is < 0 or > CriterionWeights.Most)
            .Select(pair => new Refusal("bad-weight", $"Weights[{pair.Key}]", CriterionWeights.Most)).ToList();
        if (faults.Count == 0 && InOrder(weights).All(pair => pair.Value == 0))
            faults.Add(new Refusal("no-weight"));
        if (faults.Count == 0 && await db.PartnerChoices.AnyAsync(choice => choice.ProjectId == project, cancellation))
            faults.Add(new Refusal("choice-stands-weights"));
        return faults;
    }
}
