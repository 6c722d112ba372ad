using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>Which invoices of a project to list.</summary>
public sealed record InvoiceFilter
{
    public const int PageSize = 100;

    public const string Unpaid = "unpaid";

    /// <summary>Paid from own means or the advance account, and not asked back from the donor.</summary>
    public const string Unclaimed = "unclaimed";

    public required Guid ProjectId { get; init; }

    /// <summary><see cref="Unpaid"/> or <see cref="Unclaimed"/>; anything else for all.</summary>
    public string Show { get; init; } = "";

    public int Page { get; init; } = 1;
}

/// <summary>An invoice as its list shows it.</summary>
/// <param name="Package">Of its contract; null for running costs.</param>
/// <param name="IsClaimed">It stands in an application that was neither rejected nor cancelled.</param>
public sealed record InvoiceLine(Invoice Invoice, string? Package, string CategoryCode, bool IsClaimed);

/// <summary>The foot of the list in one currency.</summary>
public sealed record InvoiceSum(string CurrencyCode, int Invoices, long Gross, long Tax, long Retention, long AdvanceRecovered, long Paid)
{
    /// <summary>What payees get.</summary>
    public long Payable => Gross - Retention - AdvanceRecovered;

    /// <summary>An amount in this currency.</summary>
    public Money Of(long minorUnits) => new(minorUnits, Currencies.All[CurrencyCode]);
}

/// <summary>A page of invoices with the foot of all its pages.</summary>
/// <param name="Lines">The newest first.</param>
/// <param name="Sums">By currency: of every invoice the filter lets through.</param>
public sealed record InvoicePage(Paged<InvoiceLine> Lines, IReadOnlyList<InvoiceSum> Sums);

/// <summary>The invoices of a project within the person's reach: two queries, sums in SQL.</summary>
public sealed class InvoiceList(AppDbContext db, MoneyRows rows)
{
    /// <summary>A page of the list.</summary>
    public async Task<InvoicePage> PageAsync(InvoiceFilter filter, CancellationToken cancellation)
    {
        var invoices = Filtered(filter);
        var sums = await invoices.GroupBy(i => i.CurrencyCode)
            .Select(g => new
            {
                Code = g.Key,
                Count = g.Count(),
                Gross = g.Sum(i => i.Gross),
                Tax = g.Sum(i => i.Tax),
                Retention = g.Sum(i => i.Retention),
                Recovered = g.Sum(i => i.AdvanceRecovered),
                Paid = g.Sum(i => i.PaidOn == null ? 0 : i.Gross - i.Retention - i.AdvanceRecovered),
            })
            .OrderBy(sum => sum.Code).ToListAsync(cancellation);
        var total = sums.Sum(sum => sum.Count);
        var page = Paging.Shown(filter.Page, InvoiceFilter.PageSize, total);
        var lines = total == 0 ? [] : await invoices
            .OrderByDescending(i => i.On).ThenByDescending(i => i.Id).Skip((page - 1) * InvoiceFilter.PageSize).Take(InvoiceFilter.PageSize)
            .Select(i => new InvoiceLine(
                i,
                db.Contracts.Where(c => c.Id == i.ContractId).Select(c => c.PackageNumber).FirstOrDefault(),
                db.Categories.Where(c => c.Id == i.CategoryId).Select(c => c.Code).First(),
                Claims.Any(l => l.InvoiceId == i.Id)))
            .ToListAsync(cancellation);
        return new InvoicePage(
            new Paged<InvoiceLine>(lines, total, page, InvoiceFilter.PageSize),
            [.. sums.Select(s => new InvoiceSum(s.Code, s.Count, s.Gross, s.Tax, s.Retention, s.Recovered, s.Paid))]);
    }

    private IQueryable<WithdrawalLine> Claims => db.LivingLines();

    private IQueryable<Invoice> Filtered(InvoiceFilter filter)
    {
        var invoices = rows.Of<Invoice>().Where(i => i.ProjectId == filter.ProjectId);
        return filter.Show switch
        {
            InvoiceFilter.Unpaid => invoices.Where(i => i.PaidOn == null),
            InvoiceFilter.Unclaimed => invoices.Where(i => (i.PaidFrom == PaymentSource.OwnFunds || i.PaidFrom == PaymentSource.AdvanceAccount) && !Claims.Any(l => l.InvoiceId == i.Id)),
            _ => invoices,
        };
    }
}
