using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.Deadlines;

namespace ProjectCycle.Features.Work;

/// <summary>Adds, changes and removes rows that people are reminded of: the deadline of a row goes along in the same save.</summary>
/// <param name="bench">Where rows are saved.</param>
/// <param name="deadlines">Keeps the deadlines in step.</param>
/// <param name="part">What the rows belong to: see <see cref="Deadline.PartCode"/>.</param>
public abstract class SaveDatedRow<TRow, TInput>(Workbench bench, ItemDeadlines deadlines, string part) : SaveRow<TRow, TInput>(bench)
    where TRow : class, IHasDeadline
{
    /// <summary>Takes a row away and cancels its deadline if it was open.</summary>
    public override async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        if (await Bench.FindAsync<TRow>(id, Right, cancellation) is { Succeeded: true } found)
            await deadlines.EndAsync(found.Value.Row, cancellation);
        return await base.RemoveAsync(id, version, cancellation);
    }

    protected override Task FollowAsync(TRow row, WorkPlace place, CancellationToken cancellation) =>
        deadlines.FollowAsync(row, part, place.State, cancellation);
}
