using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Rates;

/// <summary>What an import of the ECB's file did, or why it did nothing.</summary>
/// <param name="Faults">By line, at most <see cref="ImportEcbRates.MostFaults"/>; while there is one nothing is taken.</param>
/// <param name="Added">Rates that are new here.</param>
/// <param name="Known">Rates that were stored already and stay as they are.</param>
/// <param name="PassedOver">Currencies of the file that no longer exist.</param>
public sealed record EcbImported(IReadOnlyList<LineFault> Faults, int Added, int Known, IReadOnlyList<string> PassedOver);

/// <summary>
/// Takes the ECB's file of reference rates. It is gone through twice: first every line is looked at, then its rates are written a
/// thousand at a time, so that the whole history needs no more memory than a day of it and nobody waits long for the database. What is
/// stored is passed over: whoever was stopped halfway imports again.
/// </summary>
public sealed class ImportEcbRates(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>More faults than this help nobody.</summary>
    public const int MostFaults = 200;

    private const int Batch = 1000;

    /// <summary>What is taken besides the currencies of the ledger.</summary>
    private static readonly string[] Usual = ["USD", "IDR", "EUR", "JPY", "KRW", "CNY", "SGD", "AUD"];

    /// <summary>Imports the file; refused with <c>rate-file-head</c> when it is none of the ECB's.</summary>
    /// <param name="open">Opens the file from its beginning.</param>
    /// <param name="takesAll">All currencies of the file; else those that are in use here and the usual ones.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<EcbImported>> HandleAsync(Func<TextReader> open, bool takesAll, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditRates))
            return Refusals.NotAllowed;
        var looked = Look(open);
        if (!looked.Succeeded || looked.Value.Faults.Count > 0)
            return looked;
        var wanted = takesAll ? null : await InUseAsync(cancellation);
        using var reader = open();
        var (added, seen) = await WriteAsync(EcbRateFile.Open(reader).Value, wanted, cancellation);
        if (added > 0)
            await NoteAsync(added, cancellation);
        return looked.Value with { Added = added, Known = seen - added };
    }

    private static Outcome<EcbImported> Look(Func<TextReader> open)
    {
        using var reader = open();
        var opened = EcbRateFile.Open(reader);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var faults = opened.Value.Lines().SelectMany(line => line.Faults).Take(MostFaults).ToList();
        return new EcbImported(faults, 0, 0, opened.Value.PassedOver);
    }

    private async Task<HashSet<string>> InUseAsync(CancellationToken cancellation) =>
    [
        .. Usual,
        .. await db.Financings.Select(f => f.CurrencyCode).Union(db.Contracts.Select(c => c.CurrencyCode)).Union(db.Invoices.Select(i => i.CurrencyCode)).ToListAsync(cancellation),
    ];

    private async Task<(int Added, int Seen)> WriteAsync(EcbRateFile file, HashSet<string>? wanted, CancellationToken cancellation)
    {
        var (added, seen) = (0, 0);
        var rates = file.Lines().SelectMany(line => line.Rates).Where(rate => wanted?.Contains(rate.To.Code) ?? true);
        foreach (var batch in rates.Chunk(Batch))
        {
            added += await InsertAsync(batch, cancellation);
            seen += batch.Length;
        }
        return (added, seen);
    }

    /// <summary>One statement for many rows; those that are there are passed over. How many were new.</summary>
    private Task<int> InsertAsync(QuotedRate[] batch, CancellationToken cancellation)
    {
        var values = new List<object> { batch[0].From.Code, batch[0].Type.ToString(), batch[0].Source };
        var sql = new StringBuilder("""INSERT INTO "ExchangeRates" ("FromCode", "Type", "Source", "Unit", "Version", "Id", "ToCode", "On", "Rate") VALUES """);
        foreach (var rate in batch)
        {
            var at = values.Count;
            sql.Append(CultureInfo.InvariantCulture, $"{(at > 3 ? ", " : "")}({{0}}, {{1}}, {{2}}, 1, 0, {{{at}}}, {{{at + 1}}}, {{{at + 2}}}, {{{at + 3}}})");
            values.AddRange([Guid.CreateVersion7(), rate.To.Code, rate.Date, rate.Rate]);
        }
        sql.Append(""" ON CONFLICT ("Type", "FromCode", "ToCode", "On") DO NOTHING""");
        return db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancellation);
    }

    /// <summary>One entry of the audit for the whole file: a rate that is only read in is no decision of anybody.</summary>
    private async Task NoteAsync(int added, CancellationToken cancellation)
    {
        db.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            UserId = user.Id,
            UserName = user.Name,
            Address = db.Actor.Address,
            Entity = nameof(ExchangeRate),
            EntityId = nameof(RateType.EcbReference),
            Action = "added",
            Changes = string.Create(CultureInfo.InvariantCulture, $$"""{"Rates":[null,{{added}}],"Source":[null,"{{EcbRateFile.Source}}"]}"""),
        });
        await db.SaveChangesAsync(cancellation);
    }
}
