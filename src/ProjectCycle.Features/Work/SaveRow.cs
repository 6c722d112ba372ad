using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Features.Work;

/// <summary>Adds, changes and removes rows of one kind of a project's work: the kinds differ only in what a row holds.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveRow<TRow, TInput>(Workbench bench)
    where TRow : class, IProjectWork
{
    protected Workbench Bench { get; } = bench;

    /// <summary>What the person needs for it.</summary>
    protected virtual Right Right => Rights.EditWork;

    /// <summary>Adds a row to the project; its id.</summary>
    public virtual async Task<Outcome<Guid>> AddAsync(string projectCode, TInput input, CancellationToken cancellation)
    {
        var opened = await Bench.OpenAsync(projectCode, Right, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var place = opened.Value;
        var row = New(place.Id, input);
        if (await FaultsAsync(input, row, place, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(row, input);
        await FollowAsync(row, place, cancellation);
        return await InsertAsync(row, cancellation);
    }

    /// <summary>Changes a row, unless somebody else saved it after <paramref name="version"/>.</summary>
    public virtual async Task<Outcome<Done>> ChangeAsync(Guid id, TInput input, int version, CancellationToken cancellation)
    {
        var found = await Bench.FindAsync<TRow>(id, Right, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (row, place) = found.Value;
        if (await FaultsAsync(input, row, place, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(row, input);
        await FollowAsync(row, place, cancellation);
        return await Bench.SaveAsync(row, version, cancellation);
    }

    /// <summary>Takes a row away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public virtual Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        Bench.RemoveAsync<TRow>(id, version, Right, cancellation);

    /// <summary>A row of a project that is yet to be filled: it needs only what <see cref="Fill"/> does not set.</summary>
    protected abstract TRow New(Guid projectId, TInput input);

    /// <summary>What is wrong with <paramref name="input"/>; empty when it is sound.</summary>
    protected abstract Task<List<Refusal>> FaultsAsync(TInput input, TRow row, WorkPlace place, CancellationToken cancellation);

    /// <summary>Takes over an input that is sound.</summary>
    protected abstract void Fill(TRow row, TInput input);

    /// <summary>What goes along with a row that is filled, in the same save.</summary>
    protected virtual Task FollowAsync(TRow row, WorkPlace place, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Saves a new row that is filled; kinds of which a project has one, or that are numbered, see to it here.</summary>
    protected virtual Task<Outcome<Guid>> InsertAsync(TRow row, CancellationToken cancellation) => Bench.AddAsync(row, cancellation);

    /// <summary>A person who must belong to the project's unit, where one is named.</summary>
    protected async Task<IEnumerable<Refusal>> OfUnitAsync(Guid? person, string field, WorkPlace place, CancellationToken cancellation) =>
        person is { } id && !await Bench.IsOfUnitAsync(id, place, cancellation) ? [new Refusal("owner-not-in-unit", field)] : [];

    /// <summary>A value of an enumeration.</summary>
    protected static IEnumerable<Refusal> Known<T>(T value, string field)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            yield return new Refusal("bad-value", field);
    }
}
