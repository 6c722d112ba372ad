using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Matchmaking;

/// <summary>A candidate as a form hands it over.</summary>
public sealed record CandidateInput
{
    public string Name { get; init; } = "";
    public CandidateKind Kind { get; init; }

    /// <summary>ISO 3166 alpha-2; blank where there is no single one.</summary>
    public string CountryCode { get; init; } = "";

    public Guid? PartnerId { get; init; }
    public string FoundHow { get; init; } = "";
    public string Notes { get; init; } = "";
}

/// <summary>Enters a candidate of a project, corrects one, takes one away.</summary>
public sealed class SaveCandidate(AppDbContext db, Workbench bench)
{
    /// <summary>Enters one.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, CandidateInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (await FaultsAsync(input, cancellation) is { Count: > 0 } faults)
            return faults;
        var candidate = new PartnerCandidate { ProjectId = opened.Value.Id, Name = input.Name.Trim(), Kind = input.Kind };
        Fill(candidate, input);
        return await bench.AddAsync(candidate, cancellation);
    }

    /// <summary>Corrects one; its scores stay.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, CandidateInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<PartnerCandidate>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (await FaultsAsync(input, cancellation) is { Count: > 0 } faults)
            return faults;
        var candidate = found.Value.Row;
        candidate.Name = input.Name.Trim();
        candidate.Kind = input.Kind;
        Fill(candidate, input);
        return await bench.SaveAsync(candidate, version, cancellation);
    }

    /// <summary>Takes one away with its scores; the chosen one stays until the choice is withdrawn.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<PartnerCandidate>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (await db.PartnerChoices.AnyAsync(choice => choice.CandidateId == id, cancellation))
            return new Refusal("candidate-chosen");
        await db.CandidateScores.Where(score => score.CandidateId == id).LoadAsync(cancellation); // so that the trail keeps them
        return await bench.RemoveAsync<PartnerCandidate>(id, version, Rights.EditWork, cancellation);
    }

    private static void Fill(PartnerCandidate candidate, CandidateInput input)
    {
        candidate.CountryCode = input.CountryCode;
        candidate.PartnerId = input.PartnerId;
        candidate.FoundHow = input.FoundHow.Trim();
        candidate.Notes = input.Notes.Trim();
    }

    private async Task<List<Refusal>> FaultsAsync(CandidateInput input, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Text(input.FoundHow, nameof(input.FoundHow), max: 500))
            .Concat(Fields.Text(input.Notes, nameof(input.Notes), max: 2000)).ToList();
        if (!Enum.IsDefined(input.Kind))
            faults.Add(new Refusal("required", nameof(input.Kind)));
        if (input.CountryCode != "" && !ReferenceData.Countries.ContainsKey(input.CountryCode))
            faults.Add(new Refusal("unknown-country", nameof(input.CountryCode)));
        if (input.PartnerId is { } partner && !await db.Partners.AnyAsync(p => p.Id == partner, cancellation))
            faults.Add(new Refusal("unknown-partner", nameof(input.PartnerId)));
        return faults;
    }
}
