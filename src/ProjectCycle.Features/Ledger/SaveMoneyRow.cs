using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger;

/// <summary>
/// Adds, changes and removes rows of the ledger, in turn with whoever does so too. The financing must be one of the project, and its
/// books must be open on the row's day.
/// </summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The row as a form hands it over; amounts in whole units, percentages out of a hundred.</typeparam>
public abstract class SaveMoneyRow<TRow, TInput>(Workbench bench, AppDbContext db) : SaveRow<TRow, TInput>(bench)
    where TRow : class, IMoneyRow
{
    protected AppDbContext Db { get; } = db;

    /// <summary>The row as its form shows it; the database is asked for what the row does not hold itself.</summary>
    public abstract Task<TInput> InputOfAsync(TRow row, CancellationToken cancellation);

    public override Task<Outcome<Guid>> AddAsync(string projectCode, TInput input, CancellationToken cancellation) =>
        Db.InTurnAsync(() => base.AddAsync(projectCode, input, cancellation), cancellation);

    public sealed override Task<Outcome<Done>> ChangeAsync(Guid id, TInput input, int version, CancellationToken cancellation) =>
        Db.InTurnAsync(() => base.ChangeAsync(id, input, version, cancellation), cancellation);

    public override Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        OnAsync(id, (row, _) => RemoveUnusedAsync(row, version, cancellation), cancellation);

    protected sealed override async Task<List<Refusal>> FaultsAsync(TInput input, TRow row, WorkPlace place, CancellationToken cancellation)
    {
        await Db.TakeTurnAsync(row.ProjectId, cancellation);
        if (await FinancingOfAsync(row, cancellation) is not { } financing)
            return [new Refusal("unknown-financing", "FinancingId")];
        var faults = await FaultsAsync(input, row, financing, place, cancellation);
        faults.AddRange(Closed(financing, Db.Entry(row).State == EntityState.Detached ? null : DayOf(row), null));
        faults.AddRange(Closed(financing, DayOf(input).Day, DayOf(input).Field));
        return faults;
    }

    /// <summary>What is wrong with <paramref name="input"/>; the financing is one of the project.</summary>
    protected abstract Task<List<Refusal>> FaultsAsync(TInput input, TRow row, Financing financing, WorkPlace place, CancellationToken cancellation);

    /// <summary>The day by which a row belongs to a closed period; null for rows without one.</summary>
    protected virtual DateOnly? DayOf(TRow row) => null;

    /// <summary>The same day as typed, with its field.</summary>
    protected virtual (DateOnly? Day, string? Field) DayOf(TInput input) => (null, null);

    /// <summary>Acts on a row when its turn has come, if the person may change it.</summary>
    protected Task<Outcome<T>> OnAsync<T>(Guid id, Func<TRow, WorkPlace, Task<Outcome<T>>> act, CancellationToken cancellation) => Db.InTurnAsync(
        async () =>
        {
            var found = await Bench.FindAsync<TRow>(id, Right, cancellation);
            if (!found.Succeeded)
                return found.Refusals.ToList();
            await Db.TakeTurnAsync(found.Value.Row.ProjectId, cancellation);
            return await act(found.Value.Row, found.Value.Place);
        },
        cancellation);

    /// <summary>What goes along with a row that is taken away, in the same save.</summary>
    protected virtual Task LeaveAsync(TRow row, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What stands in the way of taking a row away: others that count on it.</summary>
    protected virtual Task<IEnumerable<Refusal>> UsesAsync(TRow row, CancellationToken cancellation) => Task.FromResult<IEnumerable<Refusal>>([]);

    /// <summary>An amount that must be there, above zero where <paramref name="least"/> says so.</summary>
    protected static IEnumerable<Refusal> Amount(decimal? amount, string field, string currencyCode, bool isRequired = true, long least = 0) =>
        amount is null && !isRequired ? [] : MoneyInputs.Amount(amount, field, currencyCode, least);

    /// <summary>An ISO 4217 code that must be there.</summary>
    protected static IEnumerable<Refusal> CurrencyOf(string code, string field) =>
        code.Length == 0 ? [new Refusal("required", field)] : Currencies.Find(code) is null ? [new Refusal("unknown-currency", field, code)] : [];

    /// <summary>A percentage from 0 to 100 with at most four decimals.</summary>
    protected static IEnumerable<Refusal> Percentage(decimal? percentage, string field, bool isRequired = true)
    {
        if (percentage is not { } given)
            return isRequired ? [new Refusal("required", field)] : [];
        return given is < 0 or > 100 || decimal.Round(given, 4) != given ? [new Refusal("bad-percentage", field)] : [];
    }

    /// <summary>Minor units of a checked amount.</summary>
    protected static long Minor(decimal? amount, string currencyCode) => MoneyInputs.Minor(amount, currencyCode);

    /// <summary>Whole units, for a form.</summary>
    protected static decimal Whole(long minorUnits, string currencyCode) => new Money(minorUnits, Currencies.All[currencyCode]).Amount;

    /// <summary>The financing it belongs to, tracked; null when the project has no such one.</summary>
    protected virtual Task<Financing?> FinancingOfAsync(TRow row, CancellationToken cancellation) =>
        Db.Financings.FirstOrDefaultAsync(f => f.Id == row.FinancingId && f.ProjectId == row.ProjectId, cancellation);

    private async Task<Outcome<Done>> RemoveUnusedAsync(TRow row, int version, CancellationToken cancellation)
    {
        if (await FinancingOfAsync(row, cancellation) is { } financing && Closed(financing, DayOf(row), null).Concat(await UsesAsync(row, cancellation)).ToList() is { Count: > 0 } faults)
            return faults;
        await LeaveAsync(row, cancellation);
        Db.Remove(row);
        return await Bench.SaveAsync(row, version, cancellation);
    }

    private static IEnumerable<Refusal> Closed(Financing financing, DateOnly? day, string? field) =>
        day is { } on && financing.IsClosedOn(on) ? [new Refusal("period-closed", field, financing.ClosedUntil!)] : [];
}
