using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Converts the amounts of one report as of its cut-off date, and remembers which rates it used and which it missed.</summary>
public sealed class ReportRates
{
    /// <summary>Budgets take the yearly assumption where there is one (domain.md 4.5).</summary>
    public static readonly IReadOnlyList<RateType> ForBudgets = [RateType.BudgetAssumption, .. RateBooks.Measuring];

    private readonly RateBook _book;
    private readonly IReadOnlyList<RateType> _types;
    private readonly HashSet<QuotedRate> _used = [];
    private readonly HashSet<MissingRate> _missing = [];

    private ReportRates(RateBook book, IReadOnlyList<RateType> types, DateOnly on) => (_book, _types, On) = (book, types, on);

    /// <summary>The cut-off date.</summary>
    public DateOnly On { get; }

    /// <summary>What the report says of its rates.</summary>
    public LedgerNotes Notes => new(
        On,
        [.. _used.OrderBy(rate => rate.From.Code, StringComparer.Ordinal).ThenBy(rate => rate.To.Code, StringComparer.Ordinal).ThenBy(rate => rate.Date)],
        [.. _missing.OrderBy(rate => rate.From, StringComparer.Ordinal).ThenBy(rate => rate.To, StringComparer.Ordinal)]);

    /// <summary>The rates between some currencies: one query.</summary>
    /// <param name="books">Where they come from.</param>
    /// <param name="currencies">ISO 4217 codes.</param>
    /// <param name="on">The cut-off date.</param>
    /// <param name="types">The first that has a rate counts.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ReportRates> LoadAsync(
        RateBooks books, IEnumerable<string> currencies, DateOnly on, IReadOnlyList<RateType> types, CancellationToken cancellation) =>
        new(await books.LoadAsync(currencies, types, on, cancellation), types, on);

    /// <summary>The amount in another currency; the same when it is of that one; null without a rate, which is then named.</summary>
    public Money? In(Money? money, Currency to) => money is { } known ? Converted(known, to)?.Money : null;

    /// <summary>So many of <paramref name="to"/> for one of <paramref name="from"/>; null where nothing is to be converted, or without a rate.</summary>
    public decimal? Rate(Currency from, Currency to) =>
        Converted(new Money(from.Scale, from), to) is { IsConversion: true } converted ? converted.Rate : null;

    private Converted? Converted(Money money, Currency to)
    {
        var converted = _book.Convert(money, to, On, _types);
        if (converted is null)
            _missing.Add(new MissingRate(money.Currency.Code, to.Code, On));
        else
            _used.UnionWith(converted.Steps.Select(step => step.Quote));
        return converted;
    }
}
