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
public sealed class SaveCandidate(AppDbContext db, Workbench bench) : SaveRow<PartnerCandidate, CandidateInput>(bench)
{
    /// <summary>Takes one away with its scores; the chosen one stays until the choice is withdrawn.</summary>
    public override async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await Bench.FindAsync<PartnerCandidate>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (await db.PartnerChoices.AnyAsync(choice => choice.CandidateId == id, cancellation))
            return new Refusal("candidate-chosen");
        await db.CandidateScores.Where(score => score.CandidateId == id).LoadAsync(cancellation); // so that the trail keeps them
        return await base.RemoveAsync(id, version, cancellation);
    }

    protected override PartnerCandidate New(Guid projectId, CandidateInput input) => new() { ProjectId = projectId, Name = "", Kind = input.Kind };

    protected override void Fill(PartnerCandidate row, CandidateInput input)
    {
        row.Name = input.Name.Trim();
        row.Kind = input.Kind;
        row.CountryCode = input.CountryCode;
        row.PartnerId = input.PartnerId;
        row.FoundHow = input.FoundHow.Trim();
        row.Notes = input.Notes.Trim();
    }

    protected override async Task<List<Refusal>> FaultsAsync(CandidateInput input, PartnerCandidate row, WorkPlace place, CancellationToken cancellation)
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
