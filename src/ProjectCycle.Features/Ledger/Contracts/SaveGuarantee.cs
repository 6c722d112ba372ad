using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>A guarantee as a form hands it over.</summary>
public sealed record GuaranteeInput
{
    /// <summary>Named by a new one; afterwards it stays.</summary>
    public Guid? ContractId { get; init; }

    public GuaranteeKind Kind { get; init; } = GuaranteeKind.Performance;
    public string Number { get; init; } = "";
    public string Issuer { get; init; } = "";
    public string CurrencyCode { get; init; } = "";
    public decimal? Amount { get; init; }
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Given back on this day; null while it is held.</summary>
    public DateOnly? ReleasedOn { get; init; }
}

/// <summary>Adds, changes and removes guarantees of a contract; their expiry goes along as a deadline in the same save.</summary>
public sealed class SaveGuarantee(Workbench bench, AppDbContext db, ItemDeadlines deadlines) : SaveMoneyPart<Contract, Guarantee, GuaranteeInput>(bench, db)
{
    public override Task<GuaranteeInput> InputOfAsync(Guarantee row, CancellationToken cancellation) => Task.FromResult(new GuaranteeInput
    {
        ContractId = row.ContractId,
        Kind = row.Kind,
        Number = row.Number,
        Issuer = row.Issuer,
        CurrencyCode = row.CurrencyCode,
        Amount = Whole(row.MinorUnits, row.CurrencyCode),
        ExpiresOn = row.ExpiresOn,
        ReleasedOn = row.ReleasedOn,
    });

    protected override Right Right => Rights.EditContract;

    protected override Guid? OwnerOf(GuaranteeInput input) => input.ContractId;

    protected override Guid OwnerOf(Guarantee row) => row.ContractId;

    protected override Guarantee New(Guid projectId, Guid financingId, GuaranteeInput input) =>
        new() { ProjectId = projectId, FinancingId = financingId, ContractId = input.ContractId ?? Guid.Empty };

    protected override Task<List<Refusal>> FaultsAsync(GuaranteeInput input, Guarantee row, Contract contract, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(Fields.Required(input.Number, nameof(input.Number), max: 100))
            .Concat(Fields.Required(input.Issuer, nameof(input.Issuer), max: 200))
            .Concat(CurrencyOf(input.CurrencyCode, nameof(input.CurrencyCode)))
            .Concat(Amount(input.Amount, nameof(input.Amount), input.CurrencyCode, least: 1))
            .Concat(input.ExpiresOn is null ? [new Refusal("required", nameof(input.ExpiresOn))] : [])
            .Concat(Fields.Date(input.ExpiresOn, nameof(input.ExpiresOn)))
            .Concat(Fields.Date(input.ReleasedOn, nameof(input.ReleasedOn)))
            .ToList();
        if (input.ReleasedOn > Bench.Today(place))
            faults.Add(new Refusal("date-in-future", nameof(input.ReleasedOn)));
        return Task.FromResult(faults);
    }

    protected override void Fill(Guarantee row, GuaranteeInput input)
    {
        row.Kind = input.Kind;
        row.Number = input.Number.Trim();
        row.Issuer = input.Issuer.Trim();
        row.CurrencyCode = input.CurrencyCode;
        row.MinorUnits = Minor(input.Amount, input.CurrencyCode);
        row.ExpiresOn = input.ExpiresOn!.Value;
        row.ReleasedOn = input.ReleasedOn;
    }

    protected override Task FollowAsync(Guarantee row, WorkPlace place, CancellationToken cancellation) =>
        deadlines.FollowAsync(row, Deadline.Guarantees, place.State, cancellation);

    /// <summary>Its deadline is cancelled if it was open.</summary>
    protected override Task LeaveAsync(Guarantee row, CancellationToken cancellation) => deadlines.EndAsync(row, cancellation);
}
