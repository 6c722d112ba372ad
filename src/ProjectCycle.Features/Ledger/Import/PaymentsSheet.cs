using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>
/// Payments: the rows of one application and one value date are one payment. A booked one is never changed, so that its row can only
/// say what is there.
/// </summary>
internal sealed class PaymentsSheet(AppDbContext db, BookPayment book, ReverseDisbursement reverse) : IImportSheet
{
    private const string Number = nameof(Disbursement.ApplicationId);

    public LedgerSheet Sheet => LedgerSheet.Payments;

    public async Task<IReadOnlyList<LedgerSheetRow>> RowsAsync(ImportRun run, CancellationToken cancellation)
    {
        var rows = new List<LedgerSheetRow>();
        foreach (var stored in await Stored(run).OrderBy(d => d.ValueDate).ThenBy(d => d.Id).ToListAsync(cancellation))
            rows.Add(new LedgerSheetRow(Sheet, rows.Count + 2, new LedgerKey(stored.Id, stored.Version), ValuesOf(stored, run)));
        return rows;
    }

    public async Task TakeAsync(ImportRun run, CancellationToken cancellation)
    {
        var stored = await Stored(run).ToDictionaryAsync(d => d.Id, cancellation);
        foreach (var row in run.Upload.Of(Sheet).Where(row => row.Key is not null))
            Compare(row, stored.GetValueOrDefault(row.Key!.Id), run);
        var payments = run.Upload.Of(Sheet).Where(row => row.Key is null && IsComplete(row, run))
            .GroupBy(row => (Application: row.Value<int>(Number), On: row.Day(nameof(Disbursement.ValueDate))!.Value));
        foreach (var payment in payments.OrderBy(payment => payment.Key.On))
        {
            await BookAsync([.. payment], run, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    public async Task<IReadOnlyList<Refusal>> UndoAsync(LedgerImportRow done, string reason, CancellationToken cancellation)
    {
        if (await db.Disbursements.Where(d => d.Id == done.RowId).Select(d => (Guid?)d.ApplicationId).FirstOrDefaultAsync(cancellation) is not { } application)
            return [];
        var version = await db.Withdrawals.Where(a => a.Id == application).Select(a => a.Version).FirstAsync(cancellation);
        return (await reverse.HandleAsync(done.RowId, reason, version, cancellation)).Refusals;
    }

    public Task<Dictionary<Guid, int>> VersionsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        db.Disbursements.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Version, cancellation);

    private IQueryable<Disbursement> Stored(ImportRun run) => db.Disbursements.AsNoTracking().Where(d => d.FinancingId == run.Financing.Id);

    private static void Compare(LedgerSheetRow row, Disbursement? stored, ImportRun run)
    {
        if (run.IsCopied(row))
            return;
        if (stored is null)
        {
            run.Refuse(row, new Refusal("unknown-row-key", LedgerLayout.Key));
            return;
        }
        var values = ValuesOf(stored, run);
        var others = row.Values.Where(said => !said.Value.Equals(values.GetValueOrDefault(said.Key))).ToList();
        foreach (var (field, _) in others)
            run.Refuse(row, new Refusal("payment-fixed", field));
        if (others.Count == 0)
            run.Same.Add(row);
    }

    /// <summary>False for a row that does not say whose payment it is, of which day, or how much.</summary>
    private static bool IsComplete(LedgerSheetRow row, ImportRun run)
    {
        run.RefuseBlanks(row);
        run.Category(row, nameof(PaymentPart.CategoryId));
        run.Application(row, Number);
        return LedgerLayout.Columns(LedgerSheet.Payments).All(column => !column.IsRequired || row.Values.ContainsKey(column.Field));
    }

    private async Task BookAsync(List<LedgerSheetRow> rows, ImportRun run, CancellationToken cancellation)
    {
        var categories = rows.ConvertAll(row => run.Category(row, nameof(PaymentPart.CategoryId)));
        if (run.Application(rows[0], Number) is not { } application || categories.Contains(null) || run.Broken.Contains(application.Id))
            return;
        foreach (var row in rows.Skip(1).Where(row => RateOf(row) != RateOf(rows[0]) || SourceOf(row) != SourceOf(rows[0])))
            run.Refuse(row, new Refusal("payment-rows-differ", $"{nameof(PaymentInput.Rupiah)}.{nameof(BookedRateInput.Rate)}", rows[0].Number));
        if (await RefusesKnownAsync(rows, application, categories, run, cancellation))
            return;
        var input = new PaymentInput
        {
            ValueDate = rows[0].Day(nameof(PaymentInput.ValueDate)),
            Parts = [.. rows.Select((row, i) => new PaymentPart { CategoryId = categories[i]!.Value, Paid = AmountOf(row, nameof(PaymentPart.Paid)), Charged = AmountOf(row, nameof(PaymentPart.Charged)) })],
            Rupiah = RateOf(rows[0]),
            Source = SourceOf(rows[0]),
            Note = run.FileName,
        };
        var before = await IdsAsync(application.Id, cancellation);
        var version = await db.Withdrawals.Where(a => a.Id == application.Id).Select(a => a.Version).FirstAsync(cancellation);
        var booked = await book.HandleAsync(application.Id, input, version, cancellation);
        if (booked.Succeeded)
        {
            var made = (await IdsAsync(application.Id, cancellation)).Where(d => !before.ContainsKey(d.Key)).ToDictionary(d => d.Value, d => d.Key);
            run.Taken.AddRange(rows.Select((row, i) => (row, made[categories[i]!.Value], (string?)null)));
        }
        foreach (var problem in booked.Refusals)
        {
            Tell(problem, rows, run);
            run.Broken.Add(application.Id);
        }
    }

    /// <summary>A new row has no key: one that was imported before from another file is known by its day, category and amount.</summary>
    private async Task<bool> RefusesKnownAsync(
        List<LedgerSheetRow> rows, NamedApplication application, List<Guid?> categories, ImportRun run, CancellationToken cancellation)
    {
        var on = rows[0].Day(nameof(Disbursement.ValueDate))!.Value;
        var booked = await db.Disbursements.Where(d => d.ApplicationId == application.Id && d.ValueDate == on && d.ReversesId == null
            && !db.Disbursements.Any(back => back.ReversesId == d.Id)).Select(d => new { d.CategoryId, d.Paid }).ToListAsync(cancellation);
        var known = rows.Where((row, i) => booked.Any(paid => paid.CategoryId == categories[i]
            && new Money(paid.Paid, Currencies.All[application.CurrencyCode]).Amount == AmountOf(row, nameof(PaymentPart.Paid)))).ToList();
        foreach (var row in known)
            run.Refuse(row, new Refusal("payment-known", nameof(PaymentPart.Paid)));
        return known.Count > 0;
    }

    /// <summary>A fault of a part stands in its row, one of the payment in the first.</summary>
    private static void Tell(Refusal problem, List<LedgerSheetRow> rows, ImportRun run)
    {
        var i = rows.FindIndex(row => problem.Field?.StartsWith($"{nameof(PaymentInput.Parts)}[{rows.IndexOf(row)}].", StringComparison.Ordinal) == true);
        run.Refuse(rows[Math.Max(i, 0)], problem, i < 0 ? problem.Field : problem.Field!.Split('.')[1]);
    }

    private Task<Dictionary<Guid, Guid>> IdsAsync(Guid application, CancellationToken cancellation) =>
        db.Disbursements.Where(d => d.ApplicationId == application).ToDictionaryAsync(d => d.Id, d => d.CategoryId, cancellation);

    private static decimal? AmountOf(LedgerSheetRow row, string field) => row.Values.TryGetValue(field, out var amount) ? (decimal)amount : null;

    private static string SourceOf(LedgerSheetRow row) => row.Value<string>(nameof(PaymentInput.Source)) ?? "";

    private static BookedRateInput RateOf(LedgerSheetRow row)
    {
        const string Prefix = $"{nameof(PaymentInput.Rupiah)}.";
        return new BookedRateInput
        {
            Rate = AmountOf(row, Prefix + nameof(BookedRateInput.Rate)),
            Unit = row.Values.ContainsKey(Prefix + nameof(BookedRateInput.Unit)) ? row.Value<int>(Prefix + nameof(BookedRateInput.Unit)) : 1,
            IsInverse = row.Value<bool>(Prefix + nameof(BookedRateInput.IsInverse)),
            Type = row.Value<RateType?>(Prefix + nameof(BookedRateInput.Type)),
            On = row.Day(Prefix + nameof(BookedRateInput.On)),
            Source = row.Value<string>(Prefix + nameof(BookedRateInput.Source)) ?? "",
        };
    }

    private static Dictionary<string, object> ValuesOf(Disbursement stored, ImportRun run)
    {
        var values = new Dictionary<string, object>
        {
            [Number] = run.Applications.First(application => application.Value.Id == stored.ApplicationId).Key,
            [nameof(stored.CategoryId)] = run.Categories.First(category => category.Value == stored.CategoryId).Key,
            [nameof(stored.ValueDate)] = stored.ValueDate,
            [nameof(stored.Paid)] = new Money(stored.Paid, Currencies.All[stored.CurrencyCode]).Amount,
            [nameof(stored.Charged)] = new Money(stored.Charged, run.Financing.Currency).Amount,
        };
        if (stored.ChargedRate.Source.Length > 0)
            values[nameof(PaymentInput.Source)] = stored.ChargedRate.Source;
        if (stored.RupiahRate is not { Type: { } type, On: { } on } rate || BookPayment.IsInRupiah(Currencies.All[stored.CurrencyCode], run.Financing.Currency))
            return values;
        const string Prefix = $"{nameof(PaymentInput.Rupiah)}.";
        values[Prefix + nameof(rate.Rate)] = rate.Rate;
        values[Prefix + nameof(rate.Unit)] = rate.Unit;
        values[Prefix + nameof(rate.IsInverse)] = rate.IsInverse;
        values[Prefix + nameof(rate.Type)] = type;
        values[Prefix + nameof(rate.On)] = on;
        if (rate.Source.Length > 0)
            values[Prefix + nameof(rate.Source)] = rate.Source;
        return values;
    }
}
