using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>An invoice that a line may be for.</summary>
/// <param name="Claimable">In the invoice's currency.</param>
public sealed record ClaimableInvoice(Invoice Invoice, Claimable Claimable);

/// <summary>Reads the invoices of which something is left to claim, with how much that is (domain.md 4.4): as many queries however many there are.</summary>
public sealed class ClaimableInvoices(AppDbContext db, ContractBalance contracts, RateBooks books, TimeProvider clock)
{
    /// <summary>So many are offered, the newest first.</summary>
    public const int Most = 300;

    private sealed record Row(Invoice Invoice, ExpenditureCategory Category, decimal? ContractShare, long Claimed);

    /// <summary>The invoices of a financing. Callers have checked the reach.</summary>
    /// <param name="financing">What is drawn on.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="line">A line that is being drawn up anew: its claim does not count.</param>
    /// <param name="kept">Invoices that are offered whatever is left of them.</param>
    public async Task<IReadOnlyList<ClaimableInvoice>> LoadAsync(Guid financing, CancellationToken cancellation, Guid? line = null, params IReadOnlyCollection<Guid> kept)
    {
        var of = await db.Financings.AsNoTracking().FirstAsync(f => f.Id == financing, cancellation);
        var rows = await RowsAsync(financing, line, kept, cancellation);
        var left = await contracts.OfAsync([.. rows.Select(row => row.Invoice.ContractId).OfType<Guid>().Distinct()], cancellation, line);
        var categories = (await db.CategoryLinesAsync(of, cancellation)).ToDictionary(c => c.Category.Id, c => c.Balance);
        var rates = await MeasuringRates.LoadAsync(
            books, [.. rows.Select(row => row.Invoice.CurrencyCode).Append(of.CurrencyCode).Distinct()], IndonesianZone.Wib.Today(clock), cancellation);
        return [.. rows.Select(row => new ClaimableInvoice(row.Invoice, Of(row, left, categories, rates)))];
    }

    private Task<List<Row>> RowsAsync(Guid financing, Guid? line, IReadOnlyCollection<Guid> kept, CancellationToken cancellation)
    {
        var claims = db.LivingLines().Where(l => l.Id != line && l.Disallowed < l.Claimed);
        return (
            from invoice in db.Invoices.AsNoTracking()
            where invoice.FinancingId == financing
            join category in db.Categories.AsNoTracking() on invoice.CategoryId equals category.Id
            let claimed = claims.Where(l => l.InvoiceId == invoice.Id).Sum(l => l.Eligible)
            where claimed == 0 || claimed < (category.Basis == TaxBasis.Net ? invoice.Gross - invoice.Tax : invoice.Gross) || kept.Contains(invoice.Id)
            orderby invoice.On descending, invoice.Number
            select new Row(invoice, category, db.Contracts.Where(c => c.Id == invoice.ContractId && c.Percentage > 0).Select(c => (decimal?)c.Percentage).FirstOrDefault(), claimed))
            .Take(Most).ToListAsync(cancellation);
    }

    /// <summary>A category whose balance cannot be told in the invoice's currency sets no bound here; the warnings of the application do the same.</summary>
    private static Claimable Of(Row row, IReadOnlyDictionary<Guid, Money> contracts, Dictionary<Guid, Money> categories, MeasuringRates rates)
    {
        var invoice = row.Invoice;
        var tax = new Money(invoice.Tax, invoice.Currency);
        var eligible = row.Category.Share.Eligible(invoice.GrossAmount, tax) - new Money(row.Claimed, invoice.Currency);
        var contract = invoice.ContractId is { } id && row.ContractShare is not null ? contracts[id] : (Money?)null;
        var category = rates.In(categories[row.Category.Id], invoice.Currency) ?? invoice.GrossAmount;
        return Claim.Claimable(eligible, new FinancingShare(row.ContractShare ?? row.Category.Percentage), contract, category);
    }
}
