using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Rates;

/// <summary>What an import would do, or why it cannot be done.</summary>
/// <param name="Faults">By line; while there is one nothing is taken.</param>
/// <param name="Added">The rates it adds, as they stand in the list.</param>
/// <param name="Known">How many of the list are stored already, with the same figures.</param>
public sealed record RateCheck(IReadOnlyList<LineFault> Faults, IReadOnlyList<RateLine> Added, int Known);

/// <summary>Takes a list of rates: looked at first, then all of it or nothing. A stored rate is never changed by it.</summary>
public sealed class ImportRates(AppDbContext db, CurrentUser user)
{
    /// <summary>Says what the import would do; changes nothing.</summary>
    public async Task<Outcome<RateCheck>> CheckAsync(string text, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditRates))
            return Refusals.NotAllowed;
        if (text.Length > RateSheet.MaxSize)
            return new Refusal("rates-file-too-large", "Text", RateSheet.MaxSize / 1024);
        var sheet = RateSheet.Read(text);
        var stored = await StoredAsync(sheet.Lines, cancellation);
        var known = sheet.Lines.Where(line => stored.ContainsKey(KeyOf(line.Input))).ToList();
        var other = known.Where(line => !IsSame(line.Input, stored[KeyOf(line.Input)]))
            .Select(line => new LineFault(
                line.Line, line.Input.Rate!.Value.ToString(CultureInfo.InvariantCulture), new Refusal("rate-stored-otherwise", "Rate", stored[KeyOf(line.Input)].Rate, stored[KeyOf(line.Input)].Unit)));
        return new RateCheck([.. sheet.Faults.Concat(other).OrderBy(fault => fault.Line)], [.. sheet.Lines.Except(known)], known.Count);
    }

    /// <summary>Adds the rates; with any fault nothing is changed.</summary>
    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> ImportAsync(string text, CancellationToken cancellation)
    {
        var looked = await CheckAsync(text, cancellation);
        if (!looked.Succeeded)
            return looked.Refusals.ToList();
        if (looked.Value.Faults.Count > 0)
            return new Refusal("import-faults", null, looked.Value.Faults.Count);
        db.AddRange(looked.Value.Added.Select(line => RateOf(line.Input)));
        await db.SaveChangesAsync(cancellation);
        return looked.Value.Added.Count;
    }

    private static ExchangeRate RateOf(RateInput input) => new()
    {
        FromCode = input.FromCode,
        ToCode = input.ToCode,
        On = input.On!.Value,
        Type = input.Type,
        Rate = input.Rate!.Value,
        Unit = input.Unit,
        Source = input.Source.Trim(),
    };

    private async Task<Dictionary<(RateType, string, string, DateOnly), ExchangeRate>> StoredAsync(IReadOnlyList<RateLine> lines, CancellationToken cancellation)
    {
        if (lines.Count == 0)
            return [];
        var codes = lines.Select(line => line.Input.FromCode).Distinct().ToList();
        var (from, until) = (lines.Min(line => line.Input.On), lines.Max(line => line.Input.On));
        var rates = await db.ExchangeRates.AsNoTracking().Where(r => codes.Contains(r.FromCode) && r.On >= from && r.On <= until).ToListAsync(cancellation);
        return rates.ToDictionary(rate => (rate.Type, rate.FromCode, rate.ToCode, rate.On));
    }

    private static (RateType, string, string, DateOnly) KeyOf(RateInput input) => (input.Type, input.FromCode, input.ToCode, input.On!.Value);

    private static bool IsSame(RateInput input, ExchangeRate stored) => input.Rate == stored.Rate && input.Unit == stored.Unit;
}
