using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Converts the amounts of one report as of its cut-off date, and remembers which rates it used and which it missed.</summary>
public sealed class ReportRates
{
    /// <summary>Reports take Bank Indonesia's middle rate, else the European Central Bank's.</summary>
    public static readonly IReadOnlyList<RateType> ForReports = [RateType.BiMiddle, RateType.EcbReference];

    /// <summary>Budgets take the yearly assumption where there is one (domain.md 4.5).</summary>
    public static readonly IReadOnlyList<RateType> ForBudgets = [RateType.BudgetAssumption, .. ForReports];

    private readonly IReadOnlyList<(RateType Type, RateBook Book)> _books;
    private readonly HashSet<QuotedRate> _used = [];
    private readonly HashSet<MissingRate> _missing = [];

    private ReportRates(IReadOnlyList<(RateType Type, RateBook Book)> books, DateOnly on) => (_books, On) = (books, on);

    /// <summary>The cut-off date.</summary>
    public DateOnly On { get; }

    /// <summary>What the report says of its rates.</summary>
    public LedgerNotes Notes => new(
        On,
        [.. _used.OrderBy(rate => rate.From.Code, StringComparer.Ordinal).ThenBy(rate => rate.To.Code, StringComparer.Ordinal).ThenBy(rate => rate.Date)],
        [.. _missing.OrderBy(rate => rate.From, StringComparer.Ordinal).ThenBy(rate => rate.To, StringComparer.Ordinal)]);

    /// <summary>The rates between some currencies: one query for each type.</summary>
    public static async Task<ReportRates> LoadAsync(
        RateBooks books, IEnumerable<string> currencies, DateOnly on, IReadOnlyList<RateType> types, CancellationToken cancellation)
    {
        var codes = currencies.Distinct().ToList();
        var loaded = new List<(RateType, RateBook)>();
        foreach (var type in types)
            loaded.Add((type, await books.LoadAsync(codes, type, on, cancellation)));
        return new ReportRates(loaded, on);
    }

    /// <summary>The amount in another currency; the same when it is of that one; null without a rate, which is then named.</summary>
    public Money? In(Money? money, Currency to) => money is { } known ? Converted(known, to)?.Money : null;

    /// <summary>So many of <paramref name="to"/> for one of <paramref name="from"/>; null where nothing is to be converted, or without a rate.</summary>
    public decimal? Rate(Currency from, Currency to) =>
        Converted(new Money(from.Scale, from), to) is { IsConversion: true } converted ? converted.Rate : null;

    private Converted? Converted(Money money, Currency to)
    {
        if (money.Currency == to)
            return new Converted(money, []);
        foreach (var (type, book) in _books)
        {
            if (book.Convert(money, to, On, type) is not { Succeeded: true } outcome)
                continue;
            _used.UnionWith(outcome.Value.Steps.Select(step => step.Quote));
            return outcome.Value;
        }
        _missing.Add(new MissingRate(money.Currency.Code, to.Code, On));
        return null;
    }
}
