using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>A financing as a form hands it over; amounts in whole units.</summary>
public sealed record FinancingInput
{
    /// <summary>Fixed once it is entered.</summary>
    public Guid? AgreementId { get; init; }

    public FinancingKind Kind { get; init; }
    public string Lender { get; init; } = "";
    public string Borrower { get; init; } = "";
    public string ExecutingAgency { get; init; } = "";
    public string ImplementingAgency { get; init; } = "";
    public DateOnly? SignedOn { get; init; }
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Spending from this day on counts, before effectiveness; blank for none.</summary>
    public DateOnly? RetroactiveFrom { get; init; }

    public DateOnly? OriginalClosingOn { get; init; }

    /// <summary>Blank where it was never moved.</summary>
    public DateOnly? ClosingOn { get; init; }

    public DateOnly? DisbursementDeadline { get; init; }
    public string CurrencyCode { get; init; } = "";
    public decimal? Amount { get; init; }
    public int? ClaimWindowDays { get; init; }
    public decimal? MinimumApplication { get; init; }
    public decimal? SoeCeiling { get; init; }
    public string SoeCurrencyCode { get; init; } = "";
    public DateOnly? ClosedUntil { get; init; }
    public string LoanCode { get; init; } = "";
    public string RegisterNumber { get; init; } = "";
    public string EchelonUnit { get; init; } = "";
    public string Programme { get; init; } = "";
    public string BudgetActivity { get; init; } = "";
    public string NationalPriority { get; init; } = "";
    public string BlueBook { get; init; } = "";
    public string GreenBook { get; init; } = "";
    public string ActivityList { get; init; } = "";
    public string OnLending { get; init; } = "";
}

/// <summary>
/// Adds, changes and removes what an agreement pays for a project. The first of a project leads: its dates become the project's in the
/// same save, and the deadlines counted from them follow.
/// </summary>
public sealed class SaveFinancing(Workbench bench, AppDbContext db, LeadingFinancing leading) : SaveMoneyRow<Financing, FinancingInput>(bench, db)
{
    private const int LongestText = 200;
    private const int LongestWindow = 3650;

    protected override Right Right => Rights.EditAgreement;

    public override Task<FinancingInput> InputOfAsync(Financing row, CancellationToken cancellation) => Task.FromResult(new FinancingInput
    {
        AgreementId = row.AgreementId,
        Kind = row.Kind,
        Lender = row.Lender,
        Borrower = row.Borrower,
        ExecutingAgency = row.ExecutingAgency,
        ImplementingAgency = row.ImplementingAgency,
        SignedOn = row.SignedOn,
        EffectiveOn = row.EffectiveOn,
        OriginalClosingOn = row.OriginalClosingOn,
        ClosingOn = row.ClosingOn,
        DisbursementDeadline = row.DisbursementDeadline,
        RetroactiveFrom = row.RetroactiveFrom,
        CurrencyCode = row.CurrencyCode,
        Amount = row.Amount.Amount,
        ClaimWindowDays = row.ClaimWindowDays,
        MinimumApplication = row.MinimumApplication is { } least ? Whole(least, row.CurrencyCode) : null,
        SoeCeiling = row.SoeCeiling is { } ceiling ? Whole(ceiling, row.SoeCurrencyCode) : null,
        SoeCurrencyCode = row.SoeCurrencyCode,
        ClosedUntil = row.ClosedUntil,
        LoanCode = row.References.LoanCode,
        RegisterNumber = row.References.RegisterNumber,
        EchelonUnit = row.References.EchelonUnit,
        Programme = row.References.Programme,
        BudgetActivity = row.References.BudgetActivity,
        NationalPriority = row.References.NationalPriority,
        BlueBook = row.References.BlueBook,
        GreenBook = row.References.GreenBook,
        ActivityList = row.References.ActivityList,
        OnLending = row.References.OnLending,
    });

    /// <summary>The row is its own financing.</summary>
    protected override Task<Financing?> FinancingOfAsync(Financing row, CancellationToken cancellation) => Task.FromResult<Financing?>(row);

    protected override Financing New(Guid projectId, FinancingInput input) => new() { ProjectId = projectId, AgreementId = input.AgreementId ?? Guid.Empty };

    protected override async Task<List<Refusal>> FaultsAsync(FinancingInput input, Financing row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Known(input.Kind, nameof(input.Kind))
            .Concat(Texts(input))
            .Concat(Dates(input, Bench.Today(place)))
            .Concat(Terms(input))
            .ToList();
        var isNew = Db.Entry(row).State == EntityState.Detached;
        if (isNew)
            faults.AddRange(await AgreementAsync(input, place, cancellation));
        else if (faults.Count == 0)
            faults.AddRange(await BookedAsync(input, row, cancellation));
        return faults;
    }

    protected override void Fill(Financing row, FinancingInput input)
    {
        row.Kind = input.Kind;
        row.Lender = input.Lender.Trim();
        row.Borrower = input.Borrower.Trim();
        row.ExecutingAgency = input.ExecutingAgency.Trim();
        row.ImplementingAgency = input.ImplementingAgency.Trim();
        row.SignedOn = input.SignedOn;
        row.EffectiveOn = input.EffectiveOn;
        row.OriginalClosingOn = input.OriginalClosingOn ?? input.ClosingOn;
        row.ClosingOn = input.ClosingOn ?? input.OriginalClosingOn;
        row.DisbursementDeadline = input.DisbursementDeadline;
        row.RetroactiveFrom = input.RetroactiveFrom;
        row.CurrencyCode = Code(input.CurrencyCode);
        row.MinorUnits = Minor(input.Amount, row.CurrencyCode);
        row.ClaimWindowDays = input.ClaimWindowDays;
        row.MinimumApplication = input.MinimumApplication is null ? null : Minor(input.MinimumApplication, row.CurrencyCode);
        row.SoeCurrencyCode = Code(input.SoeCurrencyCode);
        row.SoeCeiling = input.SoeCeiling is null ? null : Minor(input.SoeCeiling, row.SoeCurrencyCode);
        row.ClosedUntil = input.ClosedUntil;
        row.References = new PlanningReferences(
            input.LoanCode.Trim(), input.RegisterNumber.Trim(), input.EchelonUnit.Trim(), input.Programme.Trim(), input.BudgetActivity.Trim(),
            input.NationalPriority.Trim(), input.BlueBook.Trim(), input.GreenBook.Trim(), input.ActivityList.Trim(), input.OnLending.Trim());
    }

    protected override Task FollowAsync(Financing row, WorkPlace place, CancellationToken cancellation) => leading.FollowAsync(row, cancellation);

    protected override Task LeaveAsync(Financing row, CancellationToken cancellation) => leading.HandOnAsync(row, cancellation);

    /// <summary>One that was entered by mistake may go; one on which something is booked stays.</summary>
    protected override async Task<IEnumerable<Refusal>> UsesAsync(Financing row, CancellationToken cancellation) =>
        await HasRowsAsync(row.Id, cancellation) ? [new Refusal("financing-has-rows")] : [];

    private static IEnumerable<Refusal> Texts(FinancingInput input) => new (string Text, string Field)[]
        {
            (input.Lender, nameof(input.Lender)), (input.Borrower, nameof(input.Borrower)),
            (input.ExecutingAgency, nameof(input.ExecutingAgency)), (input.ImplementingAgency, nameof(input.ImplementingAgency)),
            (input.LoanCode, nameof(input.LoanCode)), (input.RegisterNumber, nameof(input.RegisterNumber)), (input.EchelonUnit, nameof(input.EchelonUnit)),
            (input.Programme, nameof(input.Programme)), (input.BudgetActivity, nameof(input.BudgetActivity)), (input.NationalPriority, nameof(input.NationalPriority)),
            (input.BlueBook, nameof(input.BlueBook)), (input.GreenBook, nameof(input.GreenBook)), (input.ActivityList, nameof(input.ActivityList)),
            (input.OnLending, nameof(input.OnLending)),
        }
        .SelectMany(one => Fields.Text(one.Text, one.Field, LongestText));

    /// <summary>Each within reason, and in the order in which they come: signed, effective, closing, last payment.</summary>
    private static IEnumerable<Refusal> Dates(FinancingInput input, DateOnly today)
    {
        var dates = new (DateOnly? Date, string Field)[]
        {
            (input.SignedOn, nameof(input.SignedOn)), (input.EffectiveOn, nameof(input.EffectiveOn)), (input.OriginalClosingOn, nameof(input.OriginalClosingOn)),
            (input.ClosingOn, nameof(input.ClosingOn)), (input.DisbursementDeadline, nameof(input.DisbursementDeadline)), (input.ClosedUntil, nameof(input.ClosedUntil)),
            (input.RetroactiveFrom, nameof(input.RetroactiveFrom)),
        };
        foreach (var fault in dates.SelectMany(one => Fields.Date(one.Date, one.Field)))
            yield return fault;
        var begin = input.EffectiveOn ?? input.SignedOn;
        if (input.EffectiveOn is { } effective && !(input.SignedOn <= effective))
            yield return new Refusal("effective-before-signed", nameof(input.EffectiveOn));
        if (input.RetroactiveFrom is { } retroactive && !(retroactive <= input.EffectiveOn))
            yield return new Refusal("retroactive-after-effective", nameof(input.RetroactiveFrom));
        if (input.OriginalClosingOn < begin)
            yield return new Refusal("closing-before-effective", nameof(input.OriginalClosingOn));
        if (input.ClosingOn < begin)
            yield return new Refusal("closing-before-effective", nameof(input.ClosingOn));
        if (input.DisbursementDeadline < (input.ClosingOn ?? input.OriginalClosingOn))
            yield return new Refusal("disbursement-before-closing", nameof(input.DisbursementDeadline));
        if (input.ClosedUntil > today)
            yield return new Refusal("date-in-future", nameof(input.ClosedUntil));
    }

    private static IEnumerable<Refusal> Terms(FinancingInput input)
    {
        var (currency, soe) = (Code(input.CurrencyCode), Code(input.SoeCurrencyCode));
        foreach (var fault in CurrencyOf(currency, nameof(input.CurrencyCode))
            .Concat(Amount(input.Amount, nameof(input.Amount), currency, least: 1))
            .Concat(Amount(input.MinimumApplication, nameof(input.MinimumApplication), currency, isRequired: false))
            .Concat(soe.Length > 0 || input.SoeCeiling is not null ? CurrencyOf(soe, nameof(input.SoeCurrencyCode)) : [])
            .Concat(Amount(input.SoeCeiling, nameof(input.SoeCeiling), soe, isRequired: false)))
        {
            yield return fault;
        }
        if (input.ClaimWindowDays is < 0 or > LongestWindow)
            yield return new Refusal("number-out-of-range", nameof(input.ClaimWindowDays), 0, LongestWindow);
    }

    private async Task<IEnumerable<Refusal>> AgreementAsync(FinancingInput input, WorkPlace place, CancellationToken cancellation)
    {
        if (!await Db.Agreements.AnyAsync(a => a.Id == input.AgreementId, cancellation))
            return [new Refusal("unknown-agreement", nameof(input.AgreementId))];
        return await Db.Financings.AnyAsync(f => f.ProjectId == place.Id && f.AgreementId == input.AgreementId, cancellation)
            ? [new Refusal("agreement-twice", nameof(input.AgreementId))]
            : [];
    }

    /// <summary>What was booked sets bounds: the currency stays, and the amount covers what was allocated and paid.</summary>
    private async Task<IEnumerable<Refusal>> BookedAsync(FinancingInput input, Financing row, CancellationToken cancellation)
    {
        var code = Code(input.CurrencyCode);
        if (code != row.CurrencyCode)
            return await IsBookedAsync(row.Id, cancellation) ? [new Refusal("currency-fixed", nameof(input.CurrencyCode), row.CurrencyCode)] : [];
        var sums = await Db.SumsAsync(row.Id, cancellation);
        return NetFaults.Of(sums with { Original = Minor(input.Amount, code) }, row.Currency, nameof(input.Amount));
    }

    private async Task<bool> IsBookedAsync(Guid id, CancellationToken cancellation) =>
        await Db.Categories.AnyAsync(c => c.FinancingId == id && c.MinorUnits != 0, cancellation)
        || await Db.AmountChanges.AnyAsync(c => c.FinancingId == id, cancellation)
        || await Db.Reallocations.AnyAsync(r => r.FinancingId == id, cancellation)
        || await Db.Contracts.AnyAsync(c => c.FinancingId == id, cancellation)
        || await Db.Withdrawals.AnyAsync(w => w.FinancingId == id, cancellation)
        || await Db.Disbursements.AnyAsync(d => d.FinancingId == id, cancellation)
        || await Db.Projections.AnyAsync(p => p.FinancingId == id, cancellation);

    private async Task<bool> HasRowsAsync(Guid id, CancellationToken cancellation) =>
        await IsBookedAsync(id, cancellation)
        || await Db.Categories.AnyAsync(c => c.FinancingId == id, cancellation)
        || await Db.CounterpartYears.AnyAsync(c => c.FinancingId == id, cancellation)
        || await Db.Covenants.AnyAsync(c => c.FinancingId == id, cancellation)
        || await Db.AdvanceAccounts.AnyAsync(a => a.FinancingId == id, cancellation)
        || await Db.LedgerImports.AnyAsync(i => i.FinancingId == id, cancellation)
        || await Db.Ratings.AnyAsync(r => r.FinancingId == id, cancellation)
        || await Db.Invoices.AnyAsync(i => i.FinancingId == id, cancellation);

    private static string Code(string typed) => typed.Trim().ToUpperInvariant();
}

/// <summary>What keeps a net commitment from being lower.</summary>
internal static class NetFaults
{
    /// <summary>The faults of sums as they would be: no less than was paid, no less than stands in the categories.</summary>
    public static IEnumerable<Refusal> Of(FinancingSums sums, Currency currency, string? field)
    {
        if (sums.Net < 0)
            yield return new Refusal("net-below-zero", field);
        else if (sums.Undisbursed < 0)
            yield return new Refusal("net-below-disbursed", field, new Money(sums.Disbursed, currency));
        else if (sums.Unallocated < 0)
            yield return new Refusal("net-below-allocated", field, new Money(sums.Allocated, currency));
    }
}
