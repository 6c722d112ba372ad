using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Rates;

/// <summary>A rate as a form hands it over. Pair, type and day are set once; whoever mistyped them removes the rate.</summary>
public sealed record RateInput
{
    public string FromCode { get; init; } = "";
    public string ToCode { get; init; } = "IDR";
    public DateOnly? On { get; init; }
    public RateType Type { get; init; }
    public decimal? Rate { get; init; }
    public int Unit { get; init; } = 1;
    public string Source { get; init; } = "";
}

/// <summary>
/// Enters rates by hand, changes and removes them: one for each pair, type and day. What was booked with a rate keeps it
/// (<see cref="BookedRate"/>).
/// </summary>
public sealed class SaveRate(AppDbContext db, CurrentUser user)
{
    /// <summary>Characters of a source.</summary>
    internal const int LongestSource = 200;

    /// <summary>Decimals that the database keeps.</summary>
    internal const int Decimals = 10;

    /// <summary>Enters a rate; its id.</summary>
    public async Task<Outcome<Guid>> AddAsync(RateInput input, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditRates))
            return Refusals.NotAllowed;
        var faults = Key(input).Concat(Figures(input)).ToList();
        var same = db.ExchangeRates.Where(r => r.Type == input.Type && r.FromCode == input.FromCode && r.ToCode == input.ToCode && r.On == input.On);
        if (faults.Count == 0 && await same.AnyAsync(cancellation))
            faults.Add(new Refusal("rate-taken", nameof(input.On)));
        if (faults.Count > 0)
            return faults;
        var rate = new ExchangeRate { FromCode = input.FromCode, ToCode = input.ToCode, On = input.On!.Value, Type = input.Type };
        Fill(rate, input);
        var added = await db.AddOrTellAsync(rate, same.Select(r => r.Id), cancellation);
        return added.Succeeded ? rate.Id : new Refusal("rate-taken", nameof(input.On));
    }

    /// <summary>Changes what a rate says, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, RateInput input, int version, CancellationToken cancellation)
    {
        var found = await FindAsync(id, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Figures(input).ToList() is { Count: > 0 } faults)
            return faults;
        Fill(found.Value, input);
        return await SaveAsync(found.Value, version, cancellation);
    }

    /// <summary>Takes a rate away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        var found = await FindAsync(id, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        db.Remove(found.Value);
        return await SaveAsync(found.Value, version, cancellation);
    }

    /// <summary>What is wrong with the number, its unit and its source.</summary>
    internal static IEnumerable<Refusal> Figures(RateInput input)
    {
        if (input.Rate is not { } rate)
            yield return new Refusal("required", nameof(input.Rate));
        else if (rate is < QuotedRate.LowestRate or > QuotedRate.HighestRate || decimal.Round(rate, Decimals) != rate)
            yield return new Refusal("rate-number", nameof(input.Rate));
        if (!QuotedRate.Units.Contains(input.Unit))
            yield return new Refusal("rate-unit", nameof(input.Unit));
        foreach (var fault in Fields.Required(input.Source, nameof(input.Source), LongestSource))
            yield return fault;
    }

    /// <summary>What is wrong with pair, day and type.</summary>
    internal static IEnumerable<Refusal> Key(RateInput input)
    {
        foreach (var (code, field) in new[] { (input.FromCode, nameof(input.FromCode)), (input.ToCode, nameof(input.ToCode)) })
        {
            if (Currencies.Find(code) is null)
                yield return code.Length == 0 ? new Refusal("required", field) : new Refusal("unknown-currency", field, code);
        }
        if (input.FromCode.Length > 0 && input.FromCode == input.ToCode)
            yield return new Refusal("rate-same-currency", nameof(input.ToCode));
        if (input.On is null)
            yield return new Refusal("required", nameof(input.On));
        foreach (var fault in Fields.Date(input.On, nameof(input.On)))
            yield return fault;
        if (!Enum.IsDefined(input.Type))
            yield return new Refusal("bad-value", nameof(input.Type));
    }

    private static void Fill(ExchangeRate rate, RateInput input)
    {
        rate.Rate = input.Rate!.Value;
        rate.Unit = input.Unit;
        rate.Source = input.Source.Trim();
    }

    private async Task<Outcome<ExchangeRate>> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditRates))
            return Refusals.NotAllowed;
        return await db.ExchangeRates.FirstOrDefaultAsync(r => r.Id == id, cancellation) is { } rate ? rate : Refusals.NotFound;
    }

    private Task<Outcome<Done>> SaveAsync(ExchangeRate rate, int version, CancellationToken cancellation)
    {
        db.Expect(rate, version);
        return db.SaveOrTellAsync(nameof(ExchangeRate), rate.Id, cancellation);
    }
}
