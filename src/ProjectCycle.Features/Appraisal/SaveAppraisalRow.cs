using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>Adds, changes and removes rows of one part of the appraisal, whose forms are the use cases' own inputs.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveAppraisalRow<TRow, TInput>(Workbench bench) : SaveRow<TRow, TInput>(bench)
    where TRow : class, IProjectWork
{
    /// <summary>The row as its form shows it.</summary>
    public abstract TInput InputOf(TRow row);

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
}
