using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>Enters a need or a potential of a project, corrects one, takes one away.</summary>
public sealed class SaveNeedMapEntry(AppDbContext db, Workbench bench) : SaveRow<NeedMapEntry, NeedMapDetails>(bench)
{
    protected override NeedMapEntry New(Guid projectId, NeedMapDetails input) => new() { ProjectId = projectId };

    protected override Task<List<Refusal>> FaultsAsync(NeedMapDetails input, NeedMapEntry row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(input.Faults().ToList());

    protected override void Fill(NeedMapEntry row, NeedMapDetails input) => row.Fill(input);

    /// <summary>Its number is the next one of the map.</summary>
    protected override async Task<Outcome<Guid>> InsertAsync(NeedMapEntry row, CancellationToken cancellation)
    {
        var rows = db.NeedMapEntries.Where(e => e.ProjectId == row.ProjectId);
        if (await rows.CountAsync(cancellation) >= NeedMapUpload.MaxRows)
            return new Refusal("map-full", null, NeedMapUpload.MaxRows);
        row.Number = 1 + (await rows.MaxAsync(e => (int?)e.Number, cancellation) ?? 0);
        try
        {
            return await base.InsertAsync(row, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return new Refusal("map-changed-meanwhile"); // somebody else's row took the number
        }
    }
}
