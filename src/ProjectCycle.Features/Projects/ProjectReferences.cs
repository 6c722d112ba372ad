using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Projects;

/// <summary>Checks that what a form points at is there: region, sector, partners, agreement, owner.</summary>
public sealed class ProjectReferences(AppDbContext db)
{
    /// <summary>A refusal for each reference that leads nowhere.</summary>
    public async Task<IReadOnlyList<Refusal>> FaultsAsync(ProjectDetails details, CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        if (details.RegionCode != "" && !ReferenceData.Regions.ContainsKey(details.RegionCode))
            faults.Add(new Refusal("unknown-region", nameof(details.RegionCode)));
        if (details.SectorCode != "" && !ReferenceData.Sectors.ContainsKey(details.SectorCode))
            faults.Add(new Refusal("unknown-sector", nameof(details.SectorCode)));
        var partnerIds = details.Partners.Select(p => p.PartnerId).Distinct().ToList();
        if (partnerIds.Count > 0 && await db.Partners.CountAsync(p => partnerIds.Contains(p.Id), cancellation) != partnerIds.Count)
            faults.Add(new Refusal("unknown-partner", nameof(details.Partners)));
        if (details.AgreementId is { } agreement && !await db.Agreements.AnyAsync(a => a.Id == agreement, cancellation))
            faults.Add(new Refusal("unknown-agreement", nameof(details.AgreementId)));
        if (details.OwnerId is { } owner && !await db.UnitMemberships.AnyAsync(m => m.UserId == owner && m.UnitId == details.UnitId, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(details.OwnerId)));
        return faults;
    }
}
