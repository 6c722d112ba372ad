using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger;

/// <summary>What the forms of rows of an agreement have in common.</summary>
public abstract record FinancingRowInput
{
    /// <summary>The financing; fixed once the row is there.</summary>
    public Guid FinancingId { get; set; }
}

/// <summary>
/// Saves rows that count in the sums of a financing. Two people who reckon with the same sums at the same moment would both find room
/// for their amount: each of them changes the financing's version too, so that exactly one wins and the other is told.
/// </summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over.</typeparam>
public abstract class SaveAmountRow<TRow, TInput>(Workbench bench, AppDbContext db) : SaveMoneyRow<TRow, TInput>(bench, db)
    where TRow : class, IMoneyRow
{
    protected override Right Right => Rights.EditAgreement;

    protected override async Task<Outcome<Guid>> InsertAsync(TRow row, CancellationToken cancellation)
    {
        try
        {
            return await base.InsertAsync(row, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("sums-changed-meanwhile");
        }
    }

    /// <summary>Competes for the financing: whoever reckons with its sums calls this first.</summary>
    protected void Claim(Financing financing) => Db.Entry(financing).Property(f => f.Version).IsModified = true;

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
