using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger;

/// <summary>
/// Rates that amounts of different currencies are measured against each other with, for warnings: never to book anything. Bank
/// Indonesia's middle rate counts, else the European Central Bank's.
/// </summary>
internal sealed class MeasuringRates(RateBook book, DateOnly on)
{
    private static readonly RateType[] Types = [RateType.BiMiddle, RateType.EcbReference];

    /// <summary>The rates in hand on a day between some currencies: one query, also where none is needed.</summary>
    public static async Task<MeasuringRates> LoadAsync(AppDbContext db, IReadOnlyCollection<string> currencies, DateOnly on, CancellationToken cancellation)
    {
        var since = on.AddDays(-RateBook.DefaultStaleDays);
        string[] wanted = [.. currencies, "IDR", "EUR"];
        var rates = await db.ExchangeRates.AsNoTracking()
            .Where(r => Types.Contains(r.Type) && r.On >= since && r.On <= on && wanted.Contains(r.FromCode) && wanted.Contains(r.ToCode))
            .ToListAsync(cancellation);
        return new MeasuringRates(new RateBook(rates.Select(rate => rate.Quote).Where(quote => quote.IsSound)), on);
    }

    /// <summary>The amount in another currency; the same when it is of that one; null without a rate.</summary>
    public Money? In(Money money, Currency to) =>
        Types.Select(type => book.Convert(money, to, on, type)).FirstOrDefault(converted => converted.Succeeded)?.Value.Money;

    /// <summary>What the agency paid for an invoice, in another currency: at the rate of its line where that leads there.</summary>
    public static Money? PaidByAgency(Invoice invoice, Currency asked, BookedRate rate, Currency to, MeasuringRates rates)
    {
        var paid = new Money(invoice.Payable, invoice.Currency);
        return to == asked ? rate.Of(paid, to) : rates.In(paid, to);
    }
}
