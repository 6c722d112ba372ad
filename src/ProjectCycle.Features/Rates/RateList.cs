using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Rates;

/// <summary>Which rates to list.</summary>
public sealed record RateFilter
{
    public const int PageSize = 50;

    /// <summary>ISO 4217; blank for any.</summary>
    public string FromCode { get; init; } = "";

    /// <summary>ISO 4217; blank for any.</summary>
    public string ToCode { get; init; } = "";

    public RateType? Type { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public int Page { get; init; } = 1;
}

/// <summary>Reads the stored rates.</summary>
public sealed class RateList(AppDbContext db, CurrentUser user)
{
    /// <summary>A page of rates, the newest first.</summary>
    public async Task<Paged<ExchangeRate>> PageAsync(RateFilter filter, CancellationToken cancellation)
    {
        var rates = Filtered(filter);
        var total = await rates.CountAsync(cancellation);
        var page = Paging.Shown(filter.Page, RateFilter.PageSize, total);
        var shown = await rates.OrderByDescending(r => r.On).ThenBy(r => r.Type).ThenBy(r => r.FromCode).ThenBy(r => r.ToCode)
            .Skip((page - 1) * RateFilter.PageSize).Take(RateFilter.PageSize).ToListAsync(cancellation);
        return new Paged<ExchangeRate>(shown, total, page, RateFilter.PageSize);
    }

    /// <summary>One rate; null when it is not there or not for this person.</summary>
    public Task<ExchangeRate?> FindAsync(Guid id, CancellationToken cancellation) => Visible.FirstOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>The types that have rates, each with its newest day, and the currencies they are of.</summary>
    public async Task<RateStock> StockAsync(CancellationToken cancellation)
    {
        var pairs = await Visible.GroupBy(r => new { r.Type, r.FromCode, r.ToCode })
            .Select(g => new { g.Key.Type, g.Key.FromCode, g.Key.ToCode, Newest = g.Max(r => r.On) }).ToListAsync(cancellation);
        return new RateStock(
            [.. pairs.SelectMany(pair => new[] { pair.FromCode, pair.ToCode }).Distinct().Order(StringComparer.Ordinal)],
            pairs.GroupBy(pair => pair.Type).ToDictionary(type => type.Key, type => type.Max(pair => pair.Newest)));
    }

    private IQueryable<ExchangeRate> Visible => user.Can(Rights.ViewProject) ? db.ExchangeRates.AsNoTracking() : db.ExchangeRates.AsNoTracking().Where(_ => false);

    private IQueryable<ExchangeRate> Filtered(RateFilter filter)
    {
        var rates = Visible;
        if (filter.FromCode.Length > 0)
            rates = rates.Where(r => r.FromCode == filter.FromCode);
        if (filter.ToCode.Length > 0)
            rates = rates.Where(r => r.ToCode == filter.ToCode);
        if (filter.Type is { } type)
            rates = rates.Where(r => r.Type == type);
        if (filter.From is { } from)
            rates = rates.Where(r => r.On >= from);
        if (filter.Until is { } until)
            rates = rates.Where(r => r.On <= until);
        return rates;
    }
}

/// <summary>What rates there are.</summary>
/// <param name="Currencies">ISO 4217 codes, sorted.</param>
/// <param name="Newest">The newest day of each type.</param>
public sealed record RateStock(IReadOnlyList<string> Currencies, IReadOnlyDictionary<RateType, DateOnly> Newest);
