using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>A contract as a form hands it over (T3). Its progress is read apart: <see cref="ReadProgress"/>.</summary>
public sealed record ContractInput
{
    /// <summary>Chosen for a new one; afterwards it stays.</summary>
    public Guid? FinancingId { get; init; }

    public Guid? CategoryId { get; init; }
    public string PackageNumber { get; init; } = "";
    public string Description { get; init; } = "";
    public ProcurementMethod Method { get; init; } = ProcurementMethod.NationalBidding;
    public ReviewType Review { get; init; }
    public ContractState State { get; init; }
    public DateOnly? BidOn { get; init; }
    public DateOnly? NoObjectionOn { get; init; }
    public DateOnly? AwardOn { get; init; }
    public string Contractor { get; init; } = "";

    /// <summary>Blank while unknown.</summary>
    public string CountryCode { get; init; } = "";

    public string Number { get; init; } = "";
    public string DonorNumber { get; init; } = "";
    public DateOnly? SignedOn { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? CompletionOn { get; init; }
    public string CurrencyCode { get; init; } = "";

    /// <summary>As signed, or as estimated.</summary>
    public decimal? Amount { get; init; }

    public decimal? Percentage { get; init; }
    public decimal? Advance { get; init; }
    public decimal? RetentionPercentage { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Adds, changes and removes contracts, from the plan of the procurement on.</summary>
public sealed class SaveContract(Workbench bench, AppDbContext db) : SaveMoneyRow<Contract, ContractInput>(bench, db)
{
    protected override Right Right => Rights.EditContract;

    public override Task<ContractInput> InputOfAsync(Contract row, CancellationToken cancellation) => Task.FromResult(new ContractInput
    {
        FinancingId = row.FinancingId,
        CategoryId = row.CategoryId,
        PackageNumber = row.PackageNumber,
        Description = row.Description,
        Method = row.Method,
        Review = row.Review,
        State = row.State,
        BidOn = row.BidOn,
        NoObjectionOn = row.NoObjectionOn,
        AwardOn = row.AwardOn,
        Contractor = row.Contractor,
        CountryCode = row.CountryCode,
        Number = row.Number,
        DonorNumber = row.DonorNumber,
        SignedOn = row.SignedOn,
        StartsOn = row.StartsOn,
        CompletionOn = row.CompletionOn,
        CurrencyCode = row.CurrencyCode,
        Amount = Whole(row.MinorUnits, row.CurrencyCode),
        Percentage = row.Percentage * 100,
        Advance = Whole(row.Advance, row.CurrencyCode),
        RetentionPercentage = row.RetentionPercentage * 100,
        Note = row.Note,
    });

    protected override Contract New(Guid projectId, ContractInput input) => new() { ProjectId = projectId, FinancingId = input.FinancingId ?? Guid.Empty };

    protected override async Task<List<Refusal>> FaultsAsync(ContractInput input, Contract row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.PackageNumber, nameof(input.PackageNumber), max: 60)
            .Concat(Fields.Required(input.Description, nameof(input.Description), max: 500))
            .Concat(Fields.Text(input.Contractor, nameof(input.Contractor), max: 200))
            .Concat(Fields.Text(input.Number, nameof(input.Number), max: 100))
            .Concat(Fields.Text(input.DonorNumber, nameof(input.DonorNumber), max: 60))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .Concat(Known(input.Method, nameof(input.Method)))
            .Concat(Known(input.Review, nameof(input.Review)))
            .Concat(Known(input.State, nameof(input.State)))
            .Concat(CurrencyOf(input.CurrencyCode, nameof(input.CurrencyCode)))
            .Concat(Amount(input.Amount, nameof(input.Amount), input.CurrencyCode, least: 1))
            .Concat(Amount(input.Advance, nameof(input.Advance), input.CurrencyCode, isRequired: false))
            .Concat(Percentage(input.Percentage, nameof(input.Percentage)))
            .Concat(Percentage(input.RetentionPercentage, nameof(input.RetentionPercentage), isRequired: false))
            .Concat(ContractDates.Faults(input, Bench.Today(place)))
            .ToList();
        if (input.CountryCode.Length > 0 && !ReferenceData.Countries.ContainsKey(input.CountryCode))
            faults.Add(new Refusal("unknown-country", nameof(input.CountryCode)));
        if (!await Db.Categories.AnyAsync(c => c.Id == input.CategoryId && c.FinancingId == row.FinancingId, cancellation))
            faults.Add(new Refusal("unknown-category", nameof(input.CategoryId)));
        if (input.PackageNumber.Trim() != row.PackageNumber && await Others(row).HasAsync(input.PackageNumber.Trim(), cancellation))
            faults.Add(new Refusal("package-taken", nameof(input.PackageNumber), input.PackageNumber.Trim()));
        if (faults.Count == 0)
            faults.AddRange(Bound(input, row, await ContractTotals.OfAsync(Db, row.Id, cancellation)));
        return faults;
    }

    protected override void Fill(Contract row, ContractInput input)
    {
        row.CategoryId = input.CategoryId!.Value;
        row.PackageNumber = input.PackageNumber.Trim();
        row.Description = input.Description.Trim();
        row.Method = input.Method;
        row.Review = input.Review;
        row.State = input.State;
        row.BidOn = input.BidOn;
        row.NoObjectionOn = input.NoObjectionOn;
        row.AwardOn = input.AwardOn;
        row.Contractor = input.Contractor.Trim();
        row.CountryCode = input.CountryCode;
        row.Number = input.Number.Trim();
        row.DonorNumber = input.DonorNumber.Trim();
        row.SignedOn = input.SignedOn;
        row.StartsOn = input.StartsOn;
        row.CompletionOn = input.CompletionOn;
        row.CurrencyCode = input.CurrencyCode;
        row.MinorUnits = Minor(input.Amount, input.CurrencyCode);
        row.Percentage = input.Percentage!.Value / 100;
        row.Advance = Minor(input.Advance, input.CurrencyCode);
        row.RetentionPercentage = (input.RetentionPercentage ?? 0) / 100;
        row.Note = input.Note.Trim();
    }

    protected override async Task<IEnumerable<Refusal>> UsesAsync(Contract row, CancellationToken cancellation) =>
        await Db.ContractVariations.AnyAsync(v => v.ContractId == row.Id, cancellation)
        || await Db.Guarantees.AnyAsync(g => g.ContractId == row.Id, cancellation)
        || await Db.Invoices.AnyAsync(i => i.ContractId == row.Id, cancellation)
        || await Db.WithdrawalLines.AnyAsync(l => l.ContractId == row.Id, cancellation)
            ? [new Refusal("contract-in-use")]
            : [];

    /// <summary>What is booked on the contract binds it.</summary>
    private static IEnumerable<Refusal> Bound(ContractInput input, Contract row, ContractTotals totals)
    {
        var currency = Currencies.All[input.CurrencyCode];
        var (price, advance) = (Minor(input.Amount, currency.Code), Minor(input.Advance, currency.Code));
        if (totals.HasRows && input.CurrencyCode != row.CurrencyCode)
            yield return new Refusal("currency-fixed", nameof(input.CurrencyCode), row.CurrencyCode);
        else if (price + totals.Variations < totals.Invoiced)
            yield return new Refusal("below-invoiced", nameof(input.Amount), new Money(totals.Invoiced, currency));
        else if (price + totals.Variations > Financing.HighestAmount)
            yield return new Refusal("amount-too-large", nameof(input.Amount), new Money(Financing.HighestAmount, currency));
        if (advance > price)
            yield return new Refusal("advance-above-price", nameof(input.Advance));
        else if (advance < totals.Recovered)
            yield return new Refusal("below-recovered", nameof(input.Advance), new Money(totals.Recovered, currency));
        if (totals.HasInvoices && (input.SignedOn is null || input.State == ContractState.Cancelled))
            yield return new Refusal("contract-has-invoices", nameof(input.State));
        if (totals.FirstOn < input.SignedOn)
            yield return new Refusal("signed-after-rows", nameof(input.SignedOn), totals.FirstOn);
    }

    private IQueryable<string> Others(Contract row) => Db.Contracts.Where(c => c.FinancingId == row.FinancingId && c.Id != row.Id).Select(c => c.PackageNumber);
}
