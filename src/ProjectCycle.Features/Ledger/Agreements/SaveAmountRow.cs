using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>What the forms of rows of an agreement have in common.</summary>
public abstract record FinancingRowInput
{
    /// <summary>The financing; fixed once the row is there.</summary>
    public Guid FinancingId { get; set; }
}

/// <summary>Saves rows that count in the sums of a financing.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveAmountRow<TRow, TInput>(Workbench bench, AppDbContext db) : SaveMoneyRow<TRow, TInput>(bench, db)
    where TRow : class, IMoneyRow
{
    protected override Right Right => Rights.EditAgreement;

    /// <summary>A business date that must be there and has come.</summary>
    protected IEnumerable<Refusal> Past(DateOnly? on, string field, WorkPlace place)
    {
        if (on is null)
            return [new Refusal("required", field)];
        return on > Bench.Today(place) ? [new Refusal("date-in-future", field)] : Fields.Date(on, field);
    }

    /// <summary>An amount in words of its currency, never below zero.</summary>
    protected static Money AtLeastZero(long minorUnits, Currency currency) => new(Math.Max(0, minorUnits), currency);
}
