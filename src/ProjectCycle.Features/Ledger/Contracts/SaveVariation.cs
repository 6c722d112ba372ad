using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>A variation order as a form hands it over.</summary>
public sealed record VariationInput
{
    /// <summary>Named by a new one; afterwards it stays.</summary>
    public Guid? ContractId { get; init; }

    public string Number { get; init; } = "";
    public DateOnly? On { get; init; }

    /// <summary>Added to the price; below zero takes away.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The new completion; null when it stays.</summary>
    public DateOnly? CompletionOn { get; init; }

    public DateOnly? NoObjectionOn { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>Adds, changes and removes variations of a contract; its price never falls below what is invoiced.</summary>
public sealed class SaveVariation(Workbench bench, AppDbContext db) : SaveMoneyPart<Contract, ContractVariation, VariationInput>(bench, db)
{
    public override async Task<VariationInput> InputOfAsync(ContractVariation row, CancellationToken cancellation) => new()
    {
        ContractId = row.ContractId,
        Number = row.Number,
        On = row.On,
        Amount = Whole(row.MinorUnits, (await OwnerAsync(row, cancellation)).CurrencyCode),
        CompletionOn = row.CompletionOn,
        NoObjectionOn = row.NoObjectionOn,
        Reason = row.Reason,
    };

    protected override Right Right => Rights.EditContract;

    protected override Guid? OwnerOf(VariationInput input) => input.ContractId;

    protected override Guid OwnerOf(ContractVariation row) => row.ContractId;

    protected override DateOnly? DayOf(ContractVariation row) => row.On;

    protected override (DateOnly? Day, string? Field) DayOf(VariationInput input) => (input.On, nameof(input.On));

    protected override ContractVariation New(Guid projectId, Guid financingId, VariationInput input) =>
        new() { ProjectId = projectId, FinancingId = financingId, ContractId = input.ContractId ?? Guid.Empty };

    protected override async Task<List<Refusal>> FaultsAsync(VariationInput input, ContractVariation row, Contract contract, WorkPlace place, CancellationToken cancellation)
    {
        var size = input.Amount is { } amount ? Math.Abs(amount) : (decimal?)null;
        var faults = Fields.Required(input.Number, nameof(input.Number), max: 60)
            .Concat(input.On is null ? [new Refusal("required", nameof(input.On))] : [])
            .Concat(Fields.Date(input.On, nameof(input.On)))
            .Concat(Amount(size, nameof(input.Amount), contract.CurrencyCode))
            .Concat(Fields.Date(input.CompletionOn, nameof(input.CompletionOn)))
            .Concat(Fields.Date(input.NoObjectionOn, nameof(input.NoObjectionOn)))
            .Concat(Fields.Required(input.Reason, nameof(input.Reason), max: 500))
            .Concat(Days(input, contract, Bench.Today(place)))
            .ToList();
        if (input is { Amount: 0, CompletionOn: null })
            faults.Add(new Refusal("variation-empty", nameof(input.Amount)));
        var number = input.Number.Trim();
        if (await Db.ContractVariations.AnyAsync(v => v.ContractId == contract.Id && v.Number == number && v.Id != row.Id, cancellation))
            faults.Add(new Refusal("number-taken", nameof(input.Number), number));
        if (faults.Count == 0)
            faults.AddRange(await PriceAsync(contract, row, Minor(input.Amount, contract.CurrencyCode), cancellation));
        return faults;
    }

    protected override void Fill(ContractVariation row, VariationInput input)
    {
        row.Number = input.Number.Trim();
        row.On = input.On!.Value;
        row.MinorUnits = Minor(input.Amount, Db.Contracts.Local.First(c => c.Id == row.ContractId).CurrencyCode);
        row.CompletionOn = input.CompletionOn;
        row.NoObjectionOn = input.NoObjectionOn;
        row.Reason = input.Reason.Trim();
    }

    /// <summary>Without it the price may no longer cover the invoices.</summary>
    protected override async Task<IEnumerable<Refusal>> UsesAsync(ContractVariation row, CancellationToken cancellation) =>
        await PriceAsync(await OwnerAsync(row, cancellation), row, 0, cancellation) is { Count: > 0 } faults ? faults.ConvertAll(fault => fault with { Field = null }) : [];

    private static IEnumerable<Refusal> Days(VariationInput input, Contract contract, DateOnly today)
    {
        if (contract is not { IsSigned: true, SignedOn: { } signed })
        {
            yield return new Refusal("contract-not-signed");
            yield break;
        }
        if (input.On < signed)
            yield return new Refusal("date-before", nameof(input.On), signed);
        if (input.On > today)
            yield return new Refusal("date-in-future", nameof(input.On));
        if (input.CompletionOn < (contract.StartsOn ?? signed))
            yield return new Refusal("date-before", nameof(input.CompletionOn), contract.StartsOn ?? signed);
        if (contract.Review == ReviewType.Prior && input.NoObjectionOn is null)
            yield return new Refusal("no-objection-missing", nameof(input.NoObjectionOn));
        if (input.NoObjectionOn > input.On)
            yield return new Refusal("date-after", nameof(input.NoObjectionOn), input.On!);
    }

    private async Task<List<Refusal>> PriceAsync(Contract contract, ContractVariation row, long change, CancellationToken cancellation)
    {
        var others = await ContractTotals.OfAsync(Db, contract.Id, cancellation, without: row.Id);
        var price = contract.MinorUnits + others.Variations + change;
        if (price < others.Invoiced)
            return [new Refusal("below-invoiced", nameof(VariationInput.Amount), new Money(others.Invoiced, contract.Currency))];
        return price is <= 0 or > Financing.HighestAmount
            ? [new Refusal("price-out-of-range", nameof(VariationInput.Amount), new Money(Financing.HighestAmount, contract.Currency))]
            : [];
    }
}
