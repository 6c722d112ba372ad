using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>Rates that amounts of different currencies are measured against each other with, for warnings: never to book anything.</summary>
internal sealed class MeasuringRates(RateBook book, DateOnly on)
{
    /// <summary>The rates in hand on a day between some currencies: one query, also where none is needed.</summary>
    public static async Task<MeasuringRates> LoadAsync(RateBooks books, IReadOnlyCollection<string> currencies, DateOnly on, CancellationToken cancellation) =>
        new(await books.LoadAsync(currencies, RateBooks.Measuring, on, cancellation), on);

    /// <summary>The amount in another currency; the same when it is of that one; null without a rate.</summary>
    public Money? In(Money money, Currency to) => book.Convert(money, to, on, RateBooks.Measuring)?.Money;

    /// <summary>What the agency paid for an invoice, in another currency: at the rate of its line where that leads there.</summary>
    public static Money? PaidByAgency(Invoice invoice, Currency asked, BookedRate rate, Currency to, MeasuringRates rates)
    {
        var paid = new Money(invoice.Payable, invoice.Currency);
        return to == asked ? rate.Of(paid, to) : rates.In(paid, to);
    }
}
