using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>Enters a need or a potential of a project, corrects one, takes one away.</summary>
public sealed class SaveNeedMapEntry(AppDbContext db, Workbench bench)
{
    /// <summary>Enters a row; its number is the next one of the map.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, NeedMapDetails details, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (details.Faults().ToList() is { Count: > 0 } faults)
            return faults;
        var rows = db.NeedMapEntries.Where(e => e.ProjectId == opened.Value.Id);
        if (await rows.CountAsync(cancellation) >= NeedMapUpload.MaxRows)
            return new Refusal("map-full", null, NeedMapUpload.MaxRows);
        var entry = new NeedMapEntry { ProjectId = opened.Value.Id, Number = 1 + (await rows.MaxAsync(e => (int?)e.Number, cancellation) ?? 0) };
        entry.Fill(details);
        try
        {
            return await bench.AddAsync(entry, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return new Refusal("map-changed-meanwhile"); // somebody else's row took the number
        }
    }

    /// <summary>Corrects a row, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, NeedMapDetails details, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<NeedMapEntry>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (details.Faults().ToList() is { Count: > 0 } faults)
            return faults;
        found.Value.Row.Fill(details);
        return await bench.SaveAsync(found.Value.Row, version, cancellation);
    }

    /// <summary>Takes a row away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<NeedMapEntry>(id, version, Rights.EditWork, cancellation);
}
