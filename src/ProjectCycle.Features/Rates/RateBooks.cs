using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Rates;

/// <summary>Makes books of rates from the stored ones. Rates are no secret: everybody who sees an amount may see what it is worth.</summary>
public sealed class RateBooks(AppDbContext db, RateRules rules)
{
    /// <summary>What reports and warnings measure amounts with: Bank Indonesia's middle rate, else the European Central Bank's.</summary>
    public static readonly IReadOnlyList<RateType> Measuring = [RateType.BiMiddle, RateType.EcbReference];

    /// <summary>Currencies that rates of a type are quoted against: by way of them two others meet.</summary>
    private static readonly string[] Pivots = ["EUR", "IDR"];

    /// <summary>A book for one type of rates, see the other.</summary>
    public Task<RateBook> LoadAsync(IEnumerable<string> currencies, RateType type, DateOnly cutOff, CancellationToken cancellation) =>
        LoadAsync(currencies, [type], cutOff, cancellation);

    /// <summary>
    /// A book that converts between these currencies on one day: of each pair the newest rate at or before it, whatever its age, so that
    /// the book can say how old it is. One query, one row for each pair and type.
    /// </summary>
    /// <param name="currencies">ISO 4217 codes.</param>
    /// <param name="types">What it shall be good for.</param>
    /// <param name="cutOff">Rates of later days are left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RateBook> LoadAsync(IEnumerable<string> currencies, IReadOnlyCollection<RateType> types, DateOnly cutOff, CancellationToken cancellation)
    {
        var codes = currencies.Concat(Pivots).Distinct().ToList();
        var upToThen = db.ExchangeRates.AsNoTracking().Where(r => types.Contains(r.Type) && r.On <= cutOff && codes.Contains(r.FromCode) && codes.Contains(r.ToCode));
        var newest = upToThen.GroupBy(r => new { r.Type, r.FromCode, r.ToCode }).Select(g => new { g.Key.Type, g.Key.FromCode, g.Key.ToCode, On = g.Max(r => r.On) });
        var rates = await upToThen.Join(newest, r => new { r.Type, r.FromCode, r.ToCode, r.On }, n => n, (r, _) => r).ToListAsync(cancellation);
        return new RateBook(rates.Select(rate => rate.Quote), rules.StaleDays);
    }

    /// <summary>A book that converts between these currencies on any day of a period, with all rates that are fresh then. One query.</summary>
    /// <param name="currencies">ISO 4217 codes.</param>
    /// <param name="type">What it shall be good for.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RateBook> LoadAsync(IEnumerable<string> currencies, RateType type, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var codes = currencies.Concat(Pivots).Distinct().ToList();
        var first = from.AddDays(-rules.StaleDays);
        var rates = await db.ExchangeRates.AsNoTracking()
            .Where(r => r.Type == type && r.On >= first && r.On <= until && codes.Contains(r.FromCode) && codes.Contains(r.ToCode)).ToListAsync(cancellation);
        return new RateBook(rates.Select(rate => rate.Quote), rules.StaleDays);
    }
}
