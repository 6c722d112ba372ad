using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Rates;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>A line of an application as a form hands it over: for an invoice, or an amount in advance.</summary>
public sealed record WithdrawalLineInput
{
    public Guid FinancingId { get; init; }
    public Guid ApplicationId { get; init; }

    /// <summary>Blank with an invoice: the invoice's.</summary>
    public Guid? CategoryId { get; init; }

    /// <summary>Blank for an advance or a letter of credit.</summary>
    public Guid? InvoiceId { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Without an invoice: what is asked for, in the application's currency.</summary>
    public decimal? Amount { get; init; }

    public bool IsSoe { get; init; }

    /// <summary>What is claimed of the invoice as expenditure; blank for all of it that counts.</summary>
    public decimal? Eligible { get; init; }

    /// <summary>Blank for the contract's share, or the category's.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>From the invoice's currency to the application's; not asked for where these are one.</summary>
    public BookedRateInput Rate { get; init; } = new();
}

/// <summary>
/// Adds, changes and removes lines of an application that is a draft or was returned. The claim is reckoned here, once: eligible
/// expenditure by the category's tax basis, the donor's share of it, converted at the rate that is booked with the line (domain.md 4.4).
/// </summary>
public sealed class SaveWithdrawalLine(Workbench bench, AppDbContext db, RateBooks books) : SaveMoneyRow<WithdrawalLine, WithdrawalLineInput>(bench, db)
{
    private Claimed? _claimed;

    /// <summary>A line as it was reckoned.</summary>
    private sealed record Claimed(ExpenditureCategory Category, Invoice? Invoice, Money Eligible, decimal Percentage, Money Local, BookedRate Rate, Money Asked);

    protected override Right Right => Rights.EditWithdrawal;

    /// <summary>Advances and letters of credit come before the invoice, all else after it.</summary>
    public static bool Fits(WithdrawalProcedure procedure, bool hasInvoice) => procedure switch
    {
        WithdrawalProcedure.Advance => !hasInvoice,
        WithdrawalProcedure.Commitment => true,
        _ => hasInvoice,
    };

    public override async Task<WithdrawalLineInput> InputOfAsync(WithdrawalLine row, CancellationToken cancellation) =>
        InputOf(row, row.Eligible == await WholeAsync(row, cancellation) ? null : row.Eligible);

    /// <summary>The line as an input.</summary>
    /// <param name="row">The line.</param>
    /// <param name="eligible">What of its invoice is said to count; null for all that does.</param>
    internal static WithdrawalLineInput InputOf(WithdrawalLine row, long? eligible) => new()
    {
        FinancingId = row.FinancingId,
        ApplicationId = row.ApplicationId,
        CategoryId = row.CategoryId,
        InvoiceId = row.InvoiceId,
        Description = row.Description,
        Amount = row.InvoiceId is null ? Whole(row.Claimed, row.InvoiceCurrencyCode) : null,
        IsSoe = row.IsSoe,
        Eligible = row.InvoiceId is not null && eligible is { } part ? Whole(part, row.InvoiceCurrencyCode) : null,
        Percentage = row.InvoiceId is null ? null : row.Percentage * 100,
        Rate = BookedRateInput.Of(row.Rate),
    };

    protected override WithdrawalLine New(Guid projectId, WithdrawalLineInput input) =>
        new() { ProjectId = projectId, FinancingId = input.FinancingId, ApplicationId = input.ApplicationId };

    protected override async Task<List<Refusal>> FaultsAsync(WithdrawalLineInput input, WithdrawalLine row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Text(input.Description, nameof(input.Description), max: 500).ToList();
        if (await OpenAsync(row, cancellation) is not { } application)
            return [new Refusal("withdrawal-not-editable")];
        var invoice = await Db.Invoices.FirstOrDefaultAsync(i => i.Id == input.InvoiceId && i.FinancingId == row.FinancingId, cancellation);
        if (input.InvoiceId is not null && invoice is null)
            return [.. faults, new Refusal("unknown-invoice", nameof(input.InvoiceId))];
        if (!Fits(application.Procedure, invoice is not null))
            return [.. faults, new Refusal(invoice is null ? "line-needs-invoice" : "line-without-invoice", nameof(input.InvoiceId), application.Procedure)];
        var categoryId = input.CategoryId ?? invoice?.CategoryId;
        if (await Db.Categories.FirstOrDefaultAsync(c => c.Id == categoryId && c.FinancingId == row.FinancingId, cancellation) is not { } category)
            return [.. faults, new Refusal(categoryId is null ? "required" : "unknown-category", nameof(input.CategoryId))];
        if (invoice is not null && invoice.CategoryId != category.Id)
            faults.Add(new Refusal("category-not-of-invoice", nameof(input.CategoryId)));
        faults.AddRange(invoice is null ? InAdvance(input, application, category) : await OfInvoiceAsync(input, application, financing, category, invoice, cancellation));
        return faults;
    }

    protected override void Fill(WithdrawalLine row, WithdrawalLineInput input)
    {
        var claimed = _claimed!;
        row.CategoryId = claimed.Category.Id;
        row.InvoiceId = claimed.Invoice?.Id;
        row.ContractId = claimed.Invoice?.ContractId;
        row.Description = input.Description.Trim() is { Length: > 0 } text ? text : claimed.Invoice?.Description ?? "";
        row.IsSoe = input.IsSoe;
        row.Eligible = claimed.Eligible.MinorUnits;
        row.InvoiceCurrencyCode = claimed.Eligible.Currency.Code;
        row.Percentage = claimed.Percentage;
        row.ClaimedLocal = claimed.Local.MinorUnits;
        row.Rate = claimed.Rate;
        row.Claimed = claimed.Asked.MinorUnits;
        (row.Disallowed, row.DisallowedFor, row.DisallowedNote, row.SettledOn) = (0, null, "", null); // that was said of another claim
    }

    /// <summary>The application goes along: who checks it at this very moment is told, or tells.</summary>
    protected override async Task FollowAsync(WithdrawalLine row, WorkPlace place, CancellationToken cancellation)
    {
        var application = await Db.Withdrawals.FirstAsync(a => a.Id == row.ApplicationId, cancellation);
        Db.Expect(application, application.Version);
    }

    protected override async Task<Outcome<Guid>> InsertAsync(WithdrawalLine row, CancellationToken cancellation)
    {
        Db.Add(row);
        var saved = await Db.SaveOrTellAsync(nameof(WithdrawalApplication), row.ApplicationId, cancellation);
        return saved.Succeeded ? row.Id : saved.Refusals.ToList();
    }

    protected override async Task<IEnumerable<Refusal>> UsesAsync(WithdrawalLine row, CancellationToken cancellation)
    {
        if (await OpenAsync(row, cancellation) is not { } application)
            return [new Refusal("withdrawal-not-editable")];
        Db.Expect(application, application.Version);
        return [];
    }

    private Task<WithdrawalApplication?> OpenAsync(WithdrawalLine row, CancellationToken cancellation) => Db.Withdrawals.FirstOrDefaultAsync(
        a => a.Id == row.ApplicationId && a.FinancingId == row.FinancingId && (a.State == WithdrawalState.Draft || a.State == WithdrawalState.Returned), cancellation);

    private List<Refusal> InAdvance(WithdrawalLineInput input, WithdrawalApplication application, ExpenditureCategory category)
    {
        var faults = Amount(input.Amount, nameof(input.Amount), application.CurrencyCode, least: 1).ToList();
        if (input.IsSoe)
            faults.Add(new Refusal("soe-needs-invoice", nameof(input.IsSoe)));
        if (faults.Count > 0)
            return faults;
        var amount = new Money(Minor(input.Amount, application.CurrencyCode), application.Currency);
        _claimed = new Claimed(category, null, amount, 1, amount, BookedRate.Same, amount);
        return faults;
    }

    private async Task<List<Refusal>> OfInvoiceAsync(
        WithdrawalLineInput input, WithdrawalApplication application, Financing financing, ExpenditureCategory category, Invoice invoice, CancellationToken cancellation)
    {
        var most = category.Share.Eligible(invoice.GrossAmount, invoice.GrossAmount with { MinorUnits = invoice.Tax });
        var faults = Amount(input.Eligible, nameof(input.Eligible), invoice.CurrencyCode, isRequired: false, least: 1)
            .Concat(Percentage(input.Percentage, nameof(input.Percentage), isRequired: false))
            .Concat(input.Rate.Faults(invoice.Currency, application.Currency, nameof(input.Rate))).ToList();
        if (faults.Count > 0)
            return faults;
        var eligible = input.Eligible is null ? most : most with { MinorUnits = Minor(input.Eligible, invoice.CurrencyCode) };
        if ((most - eligible).MinorUnits < 0)
            return [new Refusal("eligible-over-invoice", nameof(input.Eligible), most)];
        var share = category.Share with { Percentage = input.Percentage / 100 ?? await AgreedShareAsync(invoice, category, cancellation) };
        var rate = input.Rate.ToRate(invoice.Currency, application.Currency);
        var local = share.Of(eligible);
        if (rate.Of(local, application.Currency) is not { MinorUnits: <= Financing.HighestAmount } asked)
            return [new Refusal("amount-too-large", nameof(input.Eligible), new Money(Financing.HighestAmount, application.Currency))];
        if (asked.MinorUnits == 0)
            return [new Refusal("amount-not-positive", nameof(input.Percentage))];
        _claimed = new Claimed(category, invoice, eligible, share.Percentage, local, rate, asked);
        return input.IsSoe ? [.. await CeilingAsync(application, financing, invoice, rate, cancellation)] : [];
    }

    private async Task<decimal> AgreedShareAsync(Invoice invoice, ExpenditureCategory category, CancellationToken cancellation) =>
        await Db.Contracts.Where(c => c.Id == invoice.ContractId && c.Percentage > 0).Select(c => (decimal?)c.Percentage).FirstOrDefaultAsync(cancellation) ?? category.Percentage;

    /// <summary>The ceiling is measured on what the agency paid, not on the donor's share of it (domain.md 4.2).</summary>
    private async Task<IEnumerable<Refusal>> CeilingAsync(WithdrawalApplication application, Financing financing, Invoice invoice, BookedRate rate, CancellationToken cancellation)
    {
        if (WithdrawalWarnings.Ceiling(financing) is not { } ceiling)
            return [];
        var rates = await MeasuringRates.LoadAsync(books, [invoice.CurrencyCode, ceiling.Currency.Code], invoice.PaidOn ?? invoice.On, cancellation);
        if (MeasuringRates.PaidByAgency(invoice, application.Currency, rate, ceiling.Currency, rates) is not { } paid)
            return [new Refusal("soe-rate-missing", nameof(WithdrawalLineInput.IsSoe), invoice.CurrencyCode, ceiling.Currency.Code)];
        return Claim.IsWithinSoeCeiling(paid, ceiling) ? [] : [new Refusal("soe-over-ceiling", nameof(WithdrawalLineInput.IsSoe), paid, ceiling)];
    }

    private async Task<long> WholeAsync(WithdrawalLine row, CancellationToken cancellation)
    {
        if (row.InvoiceId is null)
            return row.Eligible;
        var invoice = await Db.Invoices.AsNoTracking().FirstAsync(i => i.Id == row.InvoiceId, cancellation);
        var category = await Db.Categories.AsNoTracking().FirstAsync(c => c.Id == row.CategoryId, cancellation);
        return category.Share.Eligible(invoice.GrossAmount, invoice.GrossAmount with { MinorUnits = invoice.Tax }).MinorUnits;
    }
}
