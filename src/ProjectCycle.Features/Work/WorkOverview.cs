using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Features.Work;

/// <summary>How the parts of projects' work stand, whichever feature keeps them.</summary>
public sealed class WorkOverview(IEnumerable<IWorkCheck> checks)
{
    /// <summary>The parts somebody keeps, in working order.</summary>
    public IReadOnlyList<WorkPart> Parts { get; } = [.. WorkParts.All.Where(part => checks.Any(check => check.Parts.Contains(part.Code)))];

    /// <summary>Every part of one project's work by its code; one that holds nothing is not there.</summary>
    public Task<IReadOnlyDictionary<string, WorkStatus>> OfAsync(Guid project, CancellationToken cancellation) =>
        OfAsync(project, [.. Parts.Select(part => part.Code)], cancellation);

    /// <summary>These parts of one project's work by code; one that holds nothing is not there.</summary>
    public async Task<IReadOnlyDictionary<string, WorkStatus>> OfAsync(Guid project, IReadOnlyCollection<string> parts, CancellationToken cancellation) =>
        (await CheckAsync([project], parts, cancellation)).ToDictionary(status => status.Part);

    /// <summary>Those of these parts of one project's work that are not complete, in working order; no query where there are none.</summary>
    public async Task<IReadOnlyList<WorkPart>> LackingAsync(Guid project, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = await OfAsync(project, parts, cancellation);
        return [.. Parts.Where(part => parts.Contains(part.Code) && statuses.GetValueOrDefault(part.Code) is not { IsComplete: true })];
    }

    /// <summary>The complete parts of each project, of those that the gates of <paramref name="templates"/> ask for: no query where they ask for none.</summary>
    public async Task<ILookup<Guid, string>> CompleteAsync(
        IReadOnlyCollection<Guid> projects, IEnumerable<CycleTemplate> templates, CancellationToken cancellation)
    {
        var parts = templates.SelectMany(template => template.WorkAskedFor).ToHashSet();
        var statuses = await CheckAsync(projects, parts, cancellation);
        return statuses.Where(status => status.IsComplete).ToLookup(status => status.ProjectId, status => status.Part);
    }

    private async Task<IReadOnlyList<WorkStatus>> CheckAsync(IReadOnlyCollection<Guid> projects, IReadOnlyCollection<string> parts, CancellationToken cancellation)
    {
        var statuses = new List<WorkStatus>();
        foreach (var check in checks)
        {
            var wanted = check.Parts.Intersect(parts).ToList();
            if (wanted.Count > 0 && projects.Count > 0)
                statuses.AddRange(await check.CheckAsync(projects, wanted, cancellation));
        }
        return statuses;
    }
}
