using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>Adds, changes and removes rows of one part of the appraisal: the parts differ only in what a row holds.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveAppraisalRow<TRow, TInput>(Workbench bench)
    where TRow : class, IProjectWork
{
    protected Workbench Bench { get; } = bench;

    /// <summary>Adds a row to the project; its id.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, TInput input, CancellationToken cancellation)
    {
        var opened = await Bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var row = New(opened.Value.Id);
        if (await FaultsAsync(input, row, opened.Value, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(row, input);
        return await Bench.AddAsync(row, cancellation);
    }

    /// <summary>Changes a row, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, TInput input, int version, CancellationToken cancellation)
    {
        var found = await Bench.FindAsync<TRow>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (row, place) = found.Value;
        if (await FaultsAsync(input, row, place, cancellation) is { Count: > 0 } faults)
            return faults;
        Fill(row, input);
        return await Bench.SaveAsync(row, version, cancellation);
    }

    /// <summary>Takes a row away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public virtual Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        Bench.RemoveAsync<TRow>(id, version, Rights.EditWork, cancellation);

    /// <summary>The row as its form shows it.</summary>
    public abstract TInput InputOf(TRow row);

    /// <summary>A blank row of a project.</summary>
    protected abstract TRow New(Guid projectId);

    /// <summary>What is wrong with <paramref name="input"/>; empty when it is sound.</summary>
    protected abstract Task<List<Refusal>> FaultsAsync(TInput input, TRow row, WorkPlace place, CancellationToken cancellation);

    /// <summary>Takes over an input that is sound.</summary>
    protected abstract void Fill(TRow row, TInput input);

    /// <summary>A person who must belong to the project's unit, where one is named.</summary>
    protected async Task<IEnumerable<Refusal>> OfUnitAsync(Guid? person, string field, WorkPlace place, CancellationToken cancellation) =>
        person is { } id && !await Bench.IsOfUnitAsync(id, place, cancellation) ? [new Refusal("owner-not-in-unit", field)] : [];

    /// <summary>A first and a last day, each optional, in this order.</summary>
    protected static IEnumerable<Refusal> Period(DateOnly? startsOn, string startField, DateOnly? endsOn, string endField)
    {
        foreach (var fault in Fields.Date(startsOn, startField).Concat(Fields.Date(endsOn, endField)))
            yield return fault;
        if (endsOn < startsOn)
            yield return new Refusal("ended-before-started", endField, startsOn);
    }

    /// <summary>A whole number between <paramref name="min"/> and <paramref name="max"/>.</summary>
    protected static IEnumerable<Refusal> Between(int value, string field, int min, int max)
    {
        if (value < min || value > max)
            yield return new Refusal("number-out-of-range", field, min, max);
    }

    /// <summary>A value of an enumeration.</summary>
    protected static IEnumerable<Refusal> Known<T>(T value, string field)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            yield return new Refusal("bad-value", field);
    }
}
