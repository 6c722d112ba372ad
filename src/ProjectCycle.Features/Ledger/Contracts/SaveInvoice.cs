using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>An invoice as a form hands it over. Payee, country and currency of a contract's invoice are the contract's; the payee stays as it was then.</summary>
public sealed record InvoiceInput
{
    /// <summary>Chosen for a new one of running costs; a contract brings its own. Afterwards it stays.</summary>
    public Guid? FinancingId { get; init; }

    /// <summary>Null for running costs without a contract.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>Null for the contract's.</summary>
    public Guid? CategoryId { get; init; }

    public string Number { get; init; } = "";
    public DateOnly? On { get; init; }
    public string Description { get; init; } = "";
    public string Payee { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string CurrencyCode { get; init; } = "";

    /// <summary>With taxes.</summary>
    public decimal? Gross { get; init; }

    public decimal? Tax { get; init; }
    public decimal? Retention { get; init; }
    public decimal? AdvanceRecovered { get; init; }
    public PaymentSource PaidFrom { get; init; }
    public DateOnly? PaidOn { get; init; }
    public string PaymentReference { get; init; } = "";
    public string BankReference { get; init; } = "";
    public Guid? DocumentId { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>
/// Adds, changes and removes invoices. Once the books are closed over its day only the payment of an invoice may still be told, and
/// that too only on an open day.
/// </summary>
public sealed class SaveInvoice(Workbench bench, AppDbContext db) : SaveMoneyRow<Invoice, InvoiceInput>(bench, db)
{
    private Contract? _contract;
    private Guid _financingId;

    protected override Right Right => Rights.EditContract;

    public override async Task<Outcome<Guid>> AddAsync(string projectCode, InvoiceInput input, CancellationToken cancellation)
    {
        _financingId = input.ContractId is { } contract
            ? await Db.Contracts.Where(c => c.Id == contract).Select(c => c.FinancingId).FirstOrDefaultAsync(cancellation)
            : input.FinancingId ?? Guid.Empty;
        return await base.AddAsync(projectCode, input, cancellation);
    }

    public override Task<InvoiceInput> InputOfAsync(Invoice row, CancellationToken cancellation) => Task.FromResult(new InvoiceInput
    {
        FinancingId = row.FinancingId,
        ContractId = row.ContractId,
        CategoryId = row.CategoryId,
        Number = row.Number,
        On = row.On,
        Description = row.Description,
        Payee = row.Payee,
        CountryCode = row.CountryCode,
        CurrencyCode = row.CurrencyCode,
        Gross = Whole(row.Gross, row.CurrencyCode),
        Tax = Whole(row.Tax, row.CurrencyCode),
        Retention = Whole(row.Retention, row.CurrencyCode),
        AdvanceRecovered = Whole(row.AdvanceRecovered, row.CurrencyCode),
        PaidFrom = row.PaidFrom,
        PaidOn = row.PaidOn,
        PaymentReference = row.PaymentReference,
        BankReference = row.BankReference,
        DocumentId = row.DocumentId,
        Note = row.Note,
    });

    protected override Invoice New(Guid projectId, InvoiceInput input) => new() { ProjectId = projectId, FinancingId = _financingId };

    protected override DateOnly? DayOf(Invoice row) => row.PaidOn;

    protected override (DateOnly? Day, string? Field) DayOf(InvoiceInput input) => (input.PaidOn, nameof(input.PaidOn));

    protected override async Task<List<Refusal>> FaultsAsync(InvoiceInput input, Invoice row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        _contract = input.ContractId is { } id ? await Db.Contracts.FirstOrDefaultAsync(c => c.Id == id && c.FinancingId == row.FinancingId, cancellation) : null;
        if (input.ContractId is not null && _contract is null)
            return [new Refusal("unknown-contract", nameof(input.ContractId))];
        var faults = Texts(input).Concat(Amounts(input)).Concat(Days(input, Bench.Today(place))).Concat(Payment(input)).ToList();
        var category = CategoryOf(input);
        if (!await Db.Categories.AnyAsync(c => c.Id == category && c.FinancingId == row.FinancingId, cancellation))
            faults.Add(new Refusal("unknown-category", nameof(input.CategoryId)));
        if (!await Bench.HasDocumentAsync(input.DocumentId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.DocumentId)));
        faults.AddRange(await TwiceAsync(input, row, cancellation));
        if (faults.Count > 0)
            return faults;
        faults.AddRange(await OfContractAsync(input, row, cancellation));
        faults.AddRange(await FixedAsync(input, row, financing, cancellation));
        return faults;
    }

    protected override void Fill(Invoice row, InvoiceInput input)
    {
        var currency = CurrencyCodeOf(input);
        row.Payee = PayeeOf(input, row);
        row.ContractId = _contract?.Id;
        row.CategoryId = CategoryOf(input)!.Value;
        row.Number = input.Number.Trim();
        row.On = input.On!.Value;
        row.Description = input.Description.Trim();
        row.CountryCode = _contract?.CountryCode ?? input.CountryCode;
        row.CurrencyCode = currency;
        row.Gross = Minor(input.Gross, currency);
        row.Tax = Minor(input.Tax, currency);
        row.Retention = Minor(input.Retention, currency);
        row.AdvanceRecovered = Minor(input.AdvanceRecovered, currency);
        row.PaidFrom = input.PaidFrom;
        row.PaidOn = input.PaidOn;
        row.PaymentReference = input.PaymentReference.Trim();
        row.BankReference = input.BankReference.Trim();
        row.DocumentId = input.DocumentId;
        row.Note = input.Note.Trim();
    }

    protected override async Task<IEnumerable<Refusal>> UsesAsync(Invoice row, CancellationToken cancellation)
    {
        if (await Db.WithdrawalLines.AnyAsync(l => l.InvoiceId == row.Id, cancellation))
            return [new Refusal("invoice-claimed")];
        if (await Db.StatementLines.AnyAsync(l => l.InvoiceId == row.Id, cancellation))
            return [new Refusal("invoice-on-statement")];
        var closed = await Db.Financings.Where(f => f.Id == row.FinancingId).Select(f => f.ClosedUntil).FirstAsync(cancellation);
        return row.On <= closed ? [new Refusal("period-closed", null, closed.Value)] : [];
    }

    private Guid? CategoryOf(InvoiceInput input) => input.CategoryId ?? _contract?.CategoryId;

    private string CurrencyCodeOf(InvoiceInput input) => _contract?.CurrencyCode ?? input.CurrencyCode;

    /// <summary>An invoice keeps the name it was written under: who corrects the contractor's changes no figure of it.</summary>
    private string PayeeOf(InvoiceInput input, Invoice row) => (_contract is null ? input.Payee : _contract.Id == row.ContractId ? row.Payee : _contract.Contractor).Trim();

    private IEnumerable<Refusal> Texts(InvoiceInput input)
    {
        var faults = Fields.Required(input.Number, nameof(input.Number), max: 100)
            .Concat(Fields.Required(input.Description, nameof(input.Description), max: 500))
            .Concat(Known(input.PaidFrom, nameof(input.PaidFrom)))
            .Concat(Fields.Text(input.PaymentReference, nameof(input.PaymentReference), max: 100))
            .Concat(Fields.Text(input.BankReference, nameof(input.BankReference), max: 100))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000));
        if (_contract is not null)
            return faults;
        return faults.Concat(Fields.Required(input.Payee, nameof(input.Payee), max: 200))
            .Concat(CurrencyOf(input.CurrencyCode, nameof(input.CurrencyCode)))
            .Concat(input.CountryCode.Length > 0 && !ReferenceData.Countries.ContainsKey(input.CountryCode) ? [new Refusal("unknown-country", nameof(input.CountryCode))] : []);
    }

    private IEnumerable<Refusal> Amounts(InvoiceInput input)
    {
        var currency = CurrencyCodeOf(input);
        foreach (var fault in Amount(input.Gross, nameof(input.Gross), currency, least: 1)
            .Concat(Amount(input.Tax, nameof(input.Tax), currency, isRequired: false))
            .Concat(Amount(input.Retention, nameof(input.Retention), currency, isRequired: false))
            .Concat(Amount(input.AdvanceRecovered, nameof(input.AdvanceRecovered), currency, isRequired: false)))
            yield return fault;
        if (input.Tax > input.Gross)
            yield return new Refusal("tax-above-gross", nameof(input.Tax));
        if ((input.Retention ?? 0) + (input.AdvanceRecovered ?? 0) > input.Gross)
            yield return new Refusal("deductions-above-gross", nameof(input.Retention));
        if (_contract is null && input.Retention > 0)
            yield return new Refusal("only-of-contract", nameof(input.Retention));
        if (_contract is null && input.AdvanceRecovered > 0)
            yield return new Refusal("only-of-contract", nameof(input.AdvanceRecovered));
    }

    private IEnumerable<Refusal> Days(InvoiceInput input, DateOnly today)
    {
        if (input.On is null)
            yield return new Refusal("required", nameof(input.On));
        foreach (var fault in Fields.Date(input.On, nameof(input.On)).Concat(Fields.Date(input.PaidOn, nameof(input.PaidOn))))
            yield return fault;
        if (input.On > today)
            yield return new Refusal("date-in-future", nameof(input.On));
        if (input.PaidOn > today)
            yield return new Refusal("date-in-future", nameof(input.PaidOn));
        else if (input.PaidOn < input.On)
            yield return new Refusal("date-before", nameof(input.PaidOn), input.On!);
        if (_contract is { IsSigned: false })
            yield return new Refusal("contract-not-signed", nameof(input.ContractId));
        else if (input.On < _contract?.SignedOn)
            yield return new Refusal("date-before", nameof(input.On), _contract.SignedOn!);
    }

    private static IEnumerable<Refusal> Payment(InvoiceInput input)
    {
        if (input.PaidFrom != PaymentSource.Unpaid)
            return input.PaidOn is null ? [new Refusal("required", nameof(input.PaidOn))] : [];
        return input.PaidOn is not null || input.PaymentReference.Trim().Length > 0 || input.BankReference.Trim().Length > 0
            ? [new Refusal("payment-without-source", nameof(input.PaidFrom))]
            : [];
    }

    /// <summary>The same number from the same payee is the same paper: nobody pays it twice.</summary>
    private async Task<IEnumerable<Refusal>> TwiceAsync(InvoiceInput input, Invoice row, CancellationToken cancellation)
    {
        var number = input.Number.Trim().ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the database's own upper case, which knows no culture
        var others = await Db.Invoices.AsNoTracking()
            .Where(i => i.FinancingId == row.FinancingId && i.Number.ToUpper() == number && i.Id != row.Id)
#pragma warning restore CA1304, CA1311, CA1862
            .Select(i => new { i.Payee, i.On }).ToListAsync(cancellation);
        var payee = PayeeOf(input, row);
        return others.Find(other => string.Equals(other.Payee, payee, StringComparison.OrdinalIgnoreCase)) is { } twice
            ? [new Refusal("invoice-twice", nameof(input.Number), input.Number.Trim(), payee, twice.On)]
            : [];
    }

    private async Task<IEnumerable<Refusal>> OfContractAsync(InvoiceInput input, Invoice row, CancellationToken cancellation)
    {
        if (_contract is not { } contract)
            return [];
        var others = await ContractTotals.OfAsync(Db, contract.Id, cancellation, without: row.Id);
        var left = contract.MinorUnits + others.Variations - others.Invoiced;
        var advance = contract.Advance - others.Recovered;
        var faults = new List<Refusal>();
        if (Minor(input.Gross, contract.CurrencyCode) > left)
            faults.Add(new Refusal("contract-exceeded", nameof(input.Gross), new Money(left, contract.Currency)));
        if (Minor(input.AdvanceRecovered, contract.CurrencyCode) > advance)
            faults.Add(new Refusal("advance-exceeded", nameof(input.AdvanceRecovered), new Money(advance, contract.Currency)));
        return faults;
    }

    /// <summary>What was claimed from the donor, or lies in a closed period, keeps its figures; its payment may still be told.</summary>
    private async Task<IEnumerable<Refusal>> FixedAsync(InvoiceInput input, Invoice row, Financing financing, CancellationToken cancellation)
    {
        var isNew = Db.Entry(row).State == EntityState.Detached;
        if (financing.IsClosedOn(input.On!.Value) && (isNew || input.On != row.On))
            return [new Refusal("period-closed", nameof(input.On), financing.ClosedUntil!)];
        if (isNew || HasSameFigures(input, row))
            return [];
        if (financing.IsClosedOn(row.On))
            return [new Refusal("period-closed", null, financing.ClosedUntil!)];
        return await Db.LivingLines().AnyAsync(l => l.InvoiceId == row.Id, cancellation) ? [new Refusal("invoice-claimed")] : [];
    }

    private bool HasSameFigures(InvoiceInput input, Invoice row)
    {
        var currency = CurrencyCodeOf(input);
        return input.On == row.On && input.Number.Trim() == row.Number && _contract?.Id == row.ContractId && CategoryOf(input) == row.CategoryId
            && PayeeOf(input, row) == row.Payee && currency == row.CurrencyCode
            && Minor(input.Gross, currency) == row.Gross && Minor(input.Tax, currency) == row.Tax
            && Minor(input.Retention, currency) == row.Retention && Minor(input.AdvanceRecovered, currency) == row.AdvanceRecovered;
    }
}
